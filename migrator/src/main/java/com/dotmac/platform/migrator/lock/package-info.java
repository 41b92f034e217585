/**
 * The deployment lock: at most one migrator works on a database at a time.
 *
 * <p>Owns the lock row of Liquibase ({@code databasechangeloglock}), which it heals while it holds
 * its own lock. Never waits inside the server, and never takes a lock from a living migrator.
 */
@NullMarked
package com.dotmac.platform.migrator.lock;

import org.jspecify.annotations.NullMarked;
