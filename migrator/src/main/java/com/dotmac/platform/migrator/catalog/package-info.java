/**
 * The one reader of the database catalogue. Snapshots, and every comparison of two schemas, start
 * here, so no two readers can disagree.
 *
 * <p>Owns no table. Reads in one read-only transaction; never writes to a database and never judges
 * what it reads.
 */
@NullMarked
package com.dotmac.platform.migrator.catalog;

import org.jspecify.annotations.NullMarked;
