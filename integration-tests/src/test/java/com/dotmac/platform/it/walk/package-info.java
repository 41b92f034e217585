/**
 * Tests that nobody writes: they go over every operation that {@code docs/openapi.json} describes,
 * and over every table, so that what is added later is tried from its first day.
 *
 * <p>Owns no table. What such a test must know of an operation it reads from the description; what
 * cannot be read there is declared in {@link com.dotmac.platform.it.walk.Kind} and nowhere else.
 */
@NullMarked
package com.dotmac.platform.it.walk;

import org.jspecify.annotations.NullMarked;
