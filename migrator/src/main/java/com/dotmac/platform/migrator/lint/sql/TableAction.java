package com.dotmac.platform.migrator.lint.sql;

import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Table_actionContext;

/**
 * One of the actions of an {@code ALTER TABLE}, with the table.
 *
 * @param table which one
 * @param tree what is done to it
 */
public record TableAction(String table, Table_actionContext tree) {}
