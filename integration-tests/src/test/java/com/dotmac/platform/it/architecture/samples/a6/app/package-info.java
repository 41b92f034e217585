/**
 * Breaks rule A6 on purpose, for the proof that the rule can fail. Owns no table; never imported.
 */
@NullMarked
package com.dotmac.platform.it.architecture.samples.a6.app;

import org.jspecify.annotations.NullMarked;
