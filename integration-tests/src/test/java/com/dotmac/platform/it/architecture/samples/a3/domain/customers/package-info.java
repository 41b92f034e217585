/**
 * Breaks rule A3 on purpose, for the proof that the rule can fail. Owns no table; never imported.
 */
@NullMarked
package com.dotmac.platform.it.architecture.samples.a3.domain.customers;

import org.jspecify.annotations.NullMarked;
