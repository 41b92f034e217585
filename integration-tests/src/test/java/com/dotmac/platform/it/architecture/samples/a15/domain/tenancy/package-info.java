/**
 * Breaks rule A15 on purpose, for the proof that the rule can fail. Owns no table; never imported.
 */
@NullMarked
package com.dotmac.platform.it.architecture.samples.a15.domain.tenancy;

import org.jspecify.annotations.NullMarked;
