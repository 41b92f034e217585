/**
 * Breaks rule A16 on purpose, for the proof that the rule can fail. Owns no table; never imported.
 */
@NullMarked
package com.dotmac.platform.it.architecture.samples.a16.app.auth;

import org.jspecify.annotations.NullMarked;
