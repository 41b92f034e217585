/**
 * The verbs of {@code db}, one per file: each parses its options, does one thing and says in a few
 * lines what it did.
 *
 * <p>Owns no table. Never opens a connection or runs a change by itself; it asks the packages that
 * do.
 */
@NullMarked
package com.dotmac.platform.migrator.command;

import org.jspecify.annotations.NullMarked;
