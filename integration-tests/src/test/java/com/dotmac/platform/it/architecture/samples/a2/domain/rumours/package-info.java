/**
 * Breaks rule A2 on purpose, for the proof that the rule can fail. Owns no table; never imported.
 */
@NullMarked
package com.dotmac.platform.it.architecture.samples.a2.domain.rumours;

import org.jspecify.annotations.NullMarked;
