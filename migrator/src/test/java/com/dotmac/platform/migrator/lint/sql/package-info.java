/** Tests of what is read from SQL; no database. */
@NullMarked
package com.dotmac.platform.migrator.lint.sql;

import org.jspecify.annotations.NullMarked;
