package com.dotmac.platform.migrator.changelog;

import liquibase.changelog.ChangeSet;
import liquibase.util.StandardSqlParser;
import liquibase.util.StringClauses;
import org.jspecify.annotations.Nullable;

/**
 * Liquibase's own parser, which keeps its last result: Liquibase cuts the SQL of each change into
 * statements once to log it, also where nothing is logged, and once more to run it.
 *
 * <p>Changes in SQL only read the result; kinds of changes that alter it are not used here.
 */
public final class QuickSqlParser extends StandardSqlParser {
  private @Nullable Parsed last;

  @Override
  public synchronized StringClauses parse(
      String text, boolean whitespace, boolean comments, ChangeSet set) {
    Parsed kept = last;
    if (kept == null || !kept.is(text, whitespace, comments)) {
      kept = new Parsed(text, whitespace, comments, super.parse(text, whitespace, comments, set));
      last = kept;
    }
    return kept.clauses;
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
