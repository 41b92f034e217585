package com.dotmac.platform.migrator.lock;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session of the server that has to do with the lock. What our role may not see is {@code null}.
 *
 * @param pid its server process
 * @param application name of the client, with its version when it is a migrator
 * @param client address; {@code null} also for one on the server's own machine
 * @param connectedAt in UTC
 * @param state active, idle, idle in transaction
 * @param silentSeconds since it last began or ended a statement
 * @param statement what it runs, or ran last; its first words
 */
public record Session(
    int pid,
    String application,
    @Nullable String role,
    @Nullable String client,
    @Nullable String connectedAt,
    @Nullable String state,
    @Nullable Long silentSeconds,
    @Nullable String statement) {
  private static final String COLUMNS =
      """
      SELECT a.pid, coalesce(a.application_name, ''), a.usename, host(a.client_addr),
        to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS "UTC"'), a.state,
        floor(extract(epoch FROM clock_timestamp() - a.state_change))::bigint,
        left(regexp_replace(a.query, '\\s+', ' ', 'g'), 100)
      FROM pg_stat_activity a
      """;

  /** The session that holds the deployment lock: one or none. */
  static List<Session> holding(Connection connection) throws SQLException {
    return where(
        connection, "a.pid IN (SELECT l.pid FROM pg_locks l WHERE " + LockKeys.IS_DEPLOYMENT + ")");
  }

  /** The sessions that work under the lock, now or still. */
  static List<Session> working(Connection connection) throws SQLException {
    return where(
        connection, "a.pid IN (SELECT l.pid FROM pg_locks l WHERE " + LockKeys.IS_WORK + ")");
  }

  /** Other migrators in this database: those that wait for their turn or only look. */
  static List<Session> others(Connection connection) throws SQLException {
    return where(
        connection,
        """
        a.datname = current_database() AND a.application_name LIKE 'dotmac-migrator%%'
          AND a.pid <> pg_backend_pid()
          AND NOT EXISTS (SELECT FROM pg_locks l WHERE l.pid = a.pid AND (%s OR %s))
        """
            .formatted(LockKeys.IS_DEPLOYMENT, LockKeys.IS_WORK));
  }

  /** The sessions that wait for something a session has. */
  static List<Session> blockedBy(Connection connection, int pid) throws SQLException {
    return where(
        connection,
        "a.wait_event_type = 'Lock' AND a.datname = current_database() AND %d = ANY(pg_blocking_pids(a.pid))"
            .formatted(pid));
  }

  /** Whether it is one of a migrator. */
  boolean isOfMigrator() {
    return application.startsWith("dotmac-migrator");
  }

  /** One line for people. */
  public String describe() {
    StringBuilder text = new StringBuilder("server process ").append(pid).append(": ");
    text.append(application.isEmpty() ? "a client without a name" : application);
    append(text, "role ", role);
    append(text, "from ", client);
    append(text, "connected since ", connectedAt);
    append(
        text,
        "",
        state == null || silentSeconds == null ? null : state + " for " + silentSeconds + " s");
    append(text, "active".equals(state) ? "runs: " : "last ran: ", statement);
    return text.toString();
  }

  private static void append(StringBuilder text, String label, @Nullable String value) {
    if (value != null) {
      text.append(", ").append(label).append(value);
    }
  }

  private static List<Session> where(Connection connection, String condition) throws SQLException {
    List<Session> sessions = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(COLUMNS + " WHERE " + condition + " ORDER BY a.pid")) {
      while (row.next()) {
        sessions.add(
            new Session(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, Long.class),
                row.getString(8)));
      }
    }
    return sessions;
  }
}
