/**
 * Breaks rule A18 on purpose, for the proof that the rule can fail. Owns no table; never imported.
 */
@NullMarked
package com.dotmac.platform.it.architecture.samples.a18.app.billing;

import org.jspecify.annotations.NullMarked;
