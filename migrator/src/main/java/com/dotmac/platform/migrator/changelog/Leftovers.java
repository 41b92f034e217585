package com.dotmac.platform.migrator.changelog;

import com.dotmac.platform.migrator.catalog.InvalidIndex;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import liquibase.change.AbstractSQLChange;
import liquibase.changelog.ChangeSet;

/**
 * The invalid index that a killed concurrent build leaves behind, and that is in the way of the
 * next attempt of the same change.
 *
 * <p>Only an index is taken away that the server calls invalid, that nobody builds, and whose name
 * and table the change itself names: no query uses such an index, and the change is about to make
 * it anew. A valid index is never touched.
 */
final class Leftovers {
  private Leftovers() {}

  /** The invalid indexes that a change names together with their table. */
  static List<InvalidIndex> of(ChangeSet change, Connection connection) throws SQLException {
    if (change.isRunInTransaction()) {
      return List.of();
    }
    return InvalidIndex.all(connection).stream()
        .filter(index -> names(change, index.name()) && names(change, index.table()))
        .toList();
  }

  /**
   * Drops one, without a lock that would stop those who use its table.
   *
   * @param connection in autocommit mode
   */
  static void drop(InvalidIndex index, Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DROP INDEX CONCURRENTLY " + index.qualified());
    }
  }

  private static boolean names(ChangeSet change, String identifier) {
    Pattern word =
        Pattern.compile(
            "(?<![\\w$])" + Pattern.quote(identifier) + "(?![\\w$])", Pattern.CASE_INSENSITIVE);
    return change.getChanges().stream()
        .filter(AbstractSQLChange.class::isInstance)
        .map(part -> ((AbstractSQLChange) part).getSql())
        .anyMatch(sql -> sql != null && word.matcher(sql).find());
  }
}
