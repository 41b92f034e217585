package com.dotmac.platform.migrator.lint.measure;

import com.dotmac.platform.migrator.lint.Finding;
import com.dotmac.platform.migrator.lint.Rule;
import com.dotmac.platform.migrator.lint.sql.Structure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks, after each statement of one change, at what it holds and has written anew of that which
 * was there before it. Speaks of each table once, at the first statement that gives a cause.
 */
final class Observation {
  private static final String STORED =
      """
      SELECT c.oid, c.relname, pg_relation_filenode(c.oid), coalesce(i.indrelid, c.oid)
      FROM pg_class c LEFT JOIN pg_index i ON i.indexrelid = c.oid
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'm', 'i')
      ORDER BY i.indrelid IS NOT NULL, c.relname
      """;

  private static final String HELD =
      """
      SELECT l.relation, l.mode
      FROM pg_locks l JOIN pg_class c ON c.oid = l.relation AND c.relkind IN ('r', 'p', 'm')
      WHERE l.pid = pg_backend_pid() AND l.granted AND l.locktype = 'relation'
        AND l.mode IN ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')
      ORDER BY c.relname, l.mode
      """;

  private static final String READERS_WAIT = "AccessExclusiveLock";
  private static final String WRITERS_WAIT_SHORTLY = "ShareRowExclusiveLock";

  private final Connection connection;
  private final String file;
  private final Structure structure;
  private final Map<Long, Stored> before;
  private final Set<String> told = new HashSet<>();
  private final List<Finding> findings = new ArrayList<>();

  /**
   * Remembers what is there.
   *
   * @param file path of the change
   * @param structure what the change makes
   */
  Observation(Connection connection, String file, Structure structure) throws SQLException {
    this.connection = connection;
    this.file = file;
    this.structure = structure;
    this.before = stored();
  }

  /** What was found so far. */
  List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** Looks after the statement that begins on a line. */
  void look(int line) throws SQLException {
    lookAtLocks(line);
    lookAtFiles(line);
  }

  private void lookAtLocks(int line) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(HELD)) {
      while (row.next()) {
        Stored table = before.get(row.getLong(1));
        String mode = row.getString(2);
        if (table == null || targetOfNewTable(table.name(), mode)) {
          continue;
        }
        boolean readers = mode.equals(READERS_WAIT);
        if (readers || !told(MeasuredRules.READERS_WAIT, table.name())) {
          tell(
              readers ? MeasuredRules.READERS_WAIT : MeasuredRules.WRITERS_WAIT,
              line,
              table.name(),
              "holds %s on %s".formatted(words(mode), table.name()));
        }
      }
    }
  }

  private void lookAtFiles(int line) throws SQLException {
    Set<Long> tables = new HashSet<>();
    for (Map.Entry<Long, Stored> now : stored().entrySet()) {
      Stored then = before.get(now.getKey());
      boolean anew = then != null && !then.sameFile(now.getValue());
      // The indexes of a table that is written anew are so, too, and need no word of their own.
      if (anew && then != null && tables.add(then.table())) {
        tell(MeasuredRules.REWRITTEN, line, then.name(), "writes %s anew".formatted(then.name()));
      }
    }
  }

  // The new table is empty: the key is checked at once, and the lock is as short as the change.
  private boolean targetOfNewTable(String table, String mode) {
    return mode.equals(WRITERS_WAIT_SHORTLY)
        && structure.constraints().stream()
            .anyMatch(
                constraint ->
                    table.equals(constraint.target()) && structure.makes(constraint.table()));
  }

  private boolean told(Rule rule, String relation) {
    return told.contains(rule.name() + " " + relation);
  }

  private void tell(Rule rule, int line, String relation, String message) {
    if (told.add(rule.name() + " " + relation)) {
      findings.add(new Finding(rule.name(), rule.severity(), file, line, message, rule.instead()));
    }
  }

  private Map<Long, Stored> stored() throws SQLException {
    Map<Long, Stored> stored = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(STORED)) {
      while (row.next()) {
        stored.put(row.getLong(1), new Stored(row.getString(2), row.getString(3), row.getLong(4)));
      }
    }
    return stored;
  }

  // AccessExclusiveLock is ACCESS EXCLUSIVE in the manual and in LOCK TABLE.
  private static String words(String mode) {
    return mode.replace("Lock", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ").toUpperCase(Locale.ROOT);
  }

  /**
   * A table or index as it lies on disk.
   *
   * @param file number of its file; {@code null} for a partitioned one, which has none
   * @param table the table itself, or that of the index
   */
  private record Stored(String name, @Nullable String file, long table) {

    boolean sameFile(Stored later) {
      return file == null ? later.file() == null : file.equals(later.file());
    }
  }
}
