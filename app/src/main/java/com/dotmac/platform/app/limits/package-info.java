/**
 * How many requests a credential may send, and how many wrong credentials an address.
 *
 * <p>Owns no table: each instance counts what it sees itself, in memory.
 */
@NullMarked
package com.dotmac.platform.app.limits;

import org.jspecify.annotations.NullMarked;
