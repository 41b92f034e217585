/**
 * Breaks rule A8 on purpose, for the proof that the rule can fail. Owns no table; never imported.
 */
@NullMarked
package com.dotmac.platform.it.architecture.samples.a8.partners;

import org.jspecify.annotations.NullMarked;
