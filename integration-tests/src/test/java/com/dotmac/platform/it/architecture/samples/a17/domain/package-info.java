/**
 * Breaks rule A17 on purpose, for the proof that the rule can fail. Owns no table; never imported.
 */
@NullMarked
package com.dotmac.platform.it.architecture.samples.a17.domain;

import org.jspecify.annotations.NullMarked;
