package com.dotmac.platform.migrator.changelog;

import liquibase.change.AbstractSQLChange;
import liquibase.changelog.ChangeSet;
import liquibase.util.StandardSqlParser;
import liquibase.util.StringClauses;
import org.jspecify.annotations.Nullable;

/**
 * Liquibase's own parser, used no more than is needed.
 *
 * <p>Liquibase cuts the SQL of each change into words, also where it is sent as it is: then it is
 * one word here. And it does so twice, once to log it, also where nothing is logged, and once to
 * run it: so the last result is kept. Changes in SQL only read the result; kinds of changes that
 * alter it are not used here.
 */
public final class QuickSqlParser extends StandardSqlParser {
  private @Nullable Parsed last;

  @Override
  public synchronized StringClauses parse(
      String text, boolean whitespace, boolean comments, @Nullable ChangeSet set) {
    if (whitespace && comments && set != null && isSentWhole(text, set)) {
      return new StringClauses("").append(text);
    }
    Parsed kept = last;
    if (kept == null || !kept.is(text, whitespace, comments)) {
      kept = new Parsed(text, whitespace, comments, super.parse(text, whitespace, comments, set));
      last = kept;
    }
    return kept.clauses;
  }

  private static boolean isSentWhole(String text, ChangeSet set) {
    return set.getChanges().stream()
        .anyMatch(
            change ->
                change instanceof AbstractSQLChange sql
                    && Boolean.FALSE.equals(sql.isSplitStatements())
                    && text.equals(sql.getSql()));
  }

  @Override
  public int getPriority() {
    return PRIORITY_DATABASE;
  }

  private record Parsed(String text, boolean whitespace, boolean comments, StringClauses clauses) {
    boolean is(String other, boolean withWhitespace, boolean withComments) {
      return whitespace == withWhitespace && comments == withComments && text.equals(other);
    }
  }
}
