/**
 * Runs the changes one by one in an empty scratch database and looks at what PostgreSQL itself
 * does: which locks each takes on tables that were there before, and which of them it writes anew.
 *
 * <p>Writes only to a database that it found empty.
 */
@NullMarked
package com.dotmac.platform.migrator.lint.measure;

import org.jspecify.annotations.NullMarked;
