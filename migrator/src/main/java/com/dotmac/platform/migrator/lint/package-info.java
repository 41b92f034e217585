/**
 * Judges change files before they run: what a rule is, what it found, and which findings a file
 * allows with a reason.
 *
 * <p>Owns no table. Never connects to a database and never changes a file; what is measured on a
 * database is in {@code measure}. Loaded by the verb {@code lint} only: the parser is big.
 */
@NullMarked
package com.dotmac.platform.migrator.lint;

import org.jspecify.annotations.NullMarked;
