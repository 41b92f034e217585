/**
 * Breaks rule A11 on purpose, for the proof that the rule can fail. Owns no table; never imported.
 */
@NullMarked
package com.dotmac.platform.it.architecture.samples.a11.impl;

import org.jspecify.annotations.NullMarked;
