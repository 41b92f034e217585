/**
 * Compares two catalogues object by object and says what would make one into the other.
 *
 * <p>Owns no table. Never reads a database: what it compares comes from the catalogue reader. Never
 * runs the SQL it proposes.
 */
@NullMarked
package com.dotmac.platform.migrator.drift;

import org.jspecify.annotations.NullMarked;
