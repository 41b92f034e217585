/**
 * What an operator relies on: the log, an end without losses, and a database that goes away and
 * comes back. The application is a process of its own here, as an operator runs it.
 *
 * <p>Owns no table.
 */
@NullMarked
package com.dotmac.platform.it.operation;

import org.jspecify.annotations.NullMarked;
