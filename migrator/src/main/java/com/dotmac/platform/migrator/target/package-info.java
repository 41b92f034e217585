/**
 * Which database a run is for, and the connections to it: reads addresses, opens connections, and
 * says in plain words why one cannot be opened.
 *
 * <p>Owns no table. Never runs DDL, and never shows a password.
 */
@NullMarked
package com.dotmac.platform.migrator.target;

import org.jspecify.annotations.NullMarked;
