/**
 * The migrator's front door: the main class, its configuration file and the mapping of every ending
 * to a message and an exit code.
 *
 * <p>Owns no table. Imports nothing of the other modules, so that a change means the same in five
 * years.
 */
@NullMarked
package com.dotmac.platform.migrator;

import org.jspecify.annotations.NullMarked;
