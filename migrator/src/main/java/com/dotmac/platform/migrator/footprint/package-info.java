/**
 * What each change leaves in the catalogue, recorded when the golden files are made and committed
 * with them. By it a database without a trustworthy history is judged change by change.
 *
 * <p>Owns no table, but the file {@code db/footprints.json}. Never guesses from the text of a
 * change: a footprint is what PostgreSQL had after it and not before.
 */
@NullMarked
package com.dotmac.platform.migrator.footprint;

import org.jspecify.annotations.NullMarked;
