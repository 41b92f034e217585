/**
 * The platform on one command: an embedded PostgreSQL, the migrator and the application as their
 * own processes, and data to look at.
 *
 * <p>Owns no table and makes none: the migrator's jar does. Never speaks to a database that it did
 * not start itself, and leaves no process behind.
 */
@NullMarked
package com.dotmac.platform.it.demo;

import org.jspecify.annotations.NullMarked;
