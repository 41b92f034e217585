/**
 * The schema gate: whether the database is the one that this build needs, and whether its role is
 * as weak as it must be.
 *
 * <p>Owns no table. Reads the change history and the catalogue; never parses a changelog, never
 * writes.
 */
@NullMarked
package com.dotmac.platform.app.schema;

import org.jspecify.annotations.NullMarked;
