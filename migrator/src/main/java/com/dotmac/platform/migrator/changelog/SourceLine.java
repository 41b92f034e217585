package com.dotmac.platform.migrator.changelog;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liquibase.change.AbstractSQLChange;
import liquibase.changelog.ChangeSet;
import org.jspecify.annotations.Nullable;

/**
 * The line of a change file that the server complains of.
 *
 * <p>The server counts from the beginning of one statement, and the driver sends the statements of
 * a file one by one; which of them failed it does not say. So every statement is tried, and a line
 * is named only when the word the server quotes stands at the counted place in exactly one.
 *
 * @param number counted from 1, in the file
 * @param text the line without surrounding space
 */
record SourceLine(int number, String text) {
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
  private static final Pattern STATEMENT = Pattern.compile("(?:\\A|;)(\\s*)");

  /**
   * The line, or {@code null} when position, message and file do not tell.
   *
   * @param position as the server counts, from 1; 0 when it gave none
   * @param message what it said
   */
  static @Nullable SourceLine of(
      ChangeSet failed, Changelog changelog, int position, @Nullable String message) {
    String sql = sql(failed);
    Matcher quoted = QUOTED.matcher(message == null ? "" : message);
    if (sql == null || position <= 0 || !quoted.find()) {
      return null;
    }
    String file = changelog.text(failed.getFilePath());
    int start = file.indexOf(sql);
    Set<Integer> places = places(sql, position - 1, quoted.group(1));
    if (start < 0 || places.size() != 1) {
      return null;
    }
    String before = file.substring(0, start + places.iterator().next());
    int number = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return new SourceLine(number, file.lines().skip(number - 1L).findFirst().orElse("").strip());
  }

  private static Set<Integer> places(String sql, int offset, String word) {
    Set<Integer> places = new TreeSet<>();
    Matcher statement = STATEMENT.matcher(sql);
    while (statement.find()) {
      for (int begin : new int[] {statement.start(1), statement.end(1)}) {
        if (sql.startsWith(word, begin + offset)) {
          places.add(begin + offset);
        }
      }
    }
    return places;
  }

  private static @Nullable String sql(ChangeSet failed) {
    return failed.getChanges().size() == 1
            && failed.getChanges().get(0) instanceof AbstractSQLChange change
            && change.getSql() != null
        ? change.getSql().replace("\r\n", "\n").strip()
        : null;
  }
}
