/**
 * Breaks rule A1 on purpose, for the proof that the rule can fail. Owns no table; never imported.
 */
@NullMarked
package com.dotmac.platform.it.architecture.samples.a1.migrator;

import org.jspecify.annotations.NullMarked;
