package com.dotmac.platform.migrator.lint.sql;

import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/**
 * A table that is made.
 *
 * @param temporary whether it ends with the session
 * @param parent the table it is a partition of, or {@code null}
 * @param derived whether its columns come from a query or another table, and are not written out
 * @param tree the statement
 */
public record NewTable(
    String name,
    boolean temporary,
    @Nullable String parent,
    boolean derived,
    ParserRuleContext tree) {}
