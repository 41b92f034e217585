/**
 * Reads SQL with the PostgreSQL grammar of pgCodeKeeper and says in a few plain words what it makes
 * and changes: tables, columns, constraints, indexes.
 *
 * <p>The only package that calls the parser. Never judges, and knows nothing of change files.
 */
@NullMarked
package com.dotmac.platform.migrator.lint.sql;

import org.jspecify.annotations.NullMarked;
