/**
 * The description of the API: that it is of this code, that others can read it, that every answer
 * in the tests is as it says, and that no release breaks it in silence.
 *
 * <p>Owns no table. Never describes the API itself: that does the package of this name outside the
 * tests.
 */
@NullMarked
package com.dotmac.platform.it.openapi;

import org.jspecify.annotations.NullMarked;
