/**
 * The record of what the migrator did to a database: who, from where, with which version, when, how
 * long, and how it ended.
 *
 * <p>Owns the tables {@code migration_runs} and {@code migration_steps}, to which rows are only
 * added. Never decides whether a run may go on, and never makes one fail.
 */
@NullMarked
package com.dotmac.platform.migrator.runs;

import org.jspecify.annotations.NullMarked;
