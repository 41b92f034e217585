package com.dotmac.platform.migrator.changelog;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import liquibase.change.AbstractSQLChange;
import liquibase.changelog.ChangeSet;
import liquibase.parser.core.formattedsql.FormattedSqlChangeLogParser;

/**
 * The SQL that takes a change back.
 *
 * @param sql with each statement on the line it has in the change file; blank when there is none
 * @param whole whether it is sent as it is, not cut at semicolons
 */
public record RollbackSource(String sql, boolean whole) {
  private static final Pattern LINE = new FormattedSqlChangeLogParser().ROLLBACK_PATTERN;
  private static final Pattern CHANGE = Pattern.compile("^--changeset ");

  static RollbackSource of(ChangeSet set, String file) {
    List<AbstractSQLChange> statements =
        set.getRollback().getChanges().stream()
            .filter(AbstractSQLChange.class::isInstance)
            .map(AbstractSQLChange.class::cast)
            .toList();
    String sql =
        statements.stream().map(AbstractSQLChange::getSql).collect(Collectors.joining("\n"));
    boolean whole =
        statements.stream().allMatch(it -> Boolean.FALSE.equals(it.isSplitStatements()));
    String inPlace = file.lines().map(RollbackSource::after).collect(Collectors.joining("\n"));
    boolean linewise = words(inPlace).equals(words(sql));
    return new RollbackSource(linewise ? inPlace : below(file) + sql, whole);
  }

  private static String after(String line) {
    Matcher rollback = LINE.matcher(line);
    return rollback.matches() ? rollback.group(1) : "";
  }

  /** A way back in a comment block: Liquibase does not say where that stands. */
  private static String below(String file) {
    long lines = file.lines().takeWhile(line -> !CHANGE.matcher(line).find()).count();
    return "\n".repeat(Math.toIntExact(lines));
  }

  private static List<String> words(String sql) {
    return List.of(sql.strip().split("\\s+", -1));
  }
}
