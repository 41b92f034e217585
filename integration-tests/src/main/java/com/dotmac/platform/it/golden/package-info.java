/**
 * Regenerates the files that are derived from the changes and committed: the page of the schema and
 * the list of changes that the application needs.
 *
 * <p>Owns no table. Never edits a change, and never writes what the migrator's own verb did not
 * say.
 */
@NullMarked
package com.dotmac.platform.it.golden;

import org.jspecify.annotations.NullMarked;
