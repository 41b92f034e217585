/**
 * Breaks rule A5 on purpose, for the proof that the rule can fail. Owns no table; never imported.
 */
@NullMarked
package com.dotmac.platform.it.architecture.samples.a5.app;

import org.jspecify.annotations.NullMarked;
