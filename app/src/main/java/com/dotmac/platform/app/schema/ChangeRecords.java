package com.dotmac.platform.app.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads who applied which change, when and how long it took, from the records that the migrator
 * keeps, as far as the role may read them.
 */
final class ChangeRecords {

  /** How many changes are read, the newest. */
  static final int LIMIT = 100;

  private static final String READABLE =
      """
      SELECT coalesce(has_table_privilege(to_regclass('public.migration_runs'), 'SELECT')
        AND has_table_privilege(to_regclass('public.migration_steps'), 'SELECT'), false)
      """;

  private static final String RECORDED =
      """
      SELECT h.id, coalesce(h.labels, '') AS labels, s.recorded_at, s.duration_ms,
        concat_ws(', ', r.database_role, concat_ws('@', r.os_user, r.host)) AS who
      FROM public.databasechangelog h
      LEFT JOIN (
        SELECT DISTINCT ON (change_id) change_id, run_id, recorded_at, duration_ms
        FROM public.migration_steps WHERE kind IN ('apply', 'adopt')
        ORDER BY change_id, recorded_at DESC) s ON s.change_id = h.id
      LEFT JOIN public.migration_runs r ON r.id = s.run_id
      ORDER BY h.orderexecuted DESC LIMIT %d
      """
          .formatted(LIMIT);

  private static final String UNRECORDED =
      """
      SELECT h.id, coalesce(h.labels, '') AS labels, NULL::timestamptz AS recorded_at,
        NULL::bigint AS duration_ms, NULL::text AS who
      FROM public.databasechangelog h ORDER BY h.orderexecuted DESC LIMIT %d
      """
          .formatted(LIMIT);

  private ChangeRecords() {}

  /**
   * The newest changes, newest first.
   *
   * @param connection to a database that has a history
   * @throws SQLException if there is no answer
   */
  static List<RecordedChange> read(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      String query = isReadable(statement) ? RECORDED : UNRECORDED;
      List<RecordedChange> changes = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery(query)) {
        while (rows.next()) {
          changes.add(change(rows));
        }
      }
      return List.copyOf(changes);
    }
  }

  private static boolean isReadable(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(READABLE)) {
      return row.next() && row.getBoolean(1);
    }
  }

  private static RecordedChange change(ResultSet row) throws SQLException {
    Timestamp at = row.getTimestamp("recorded_at");
    long milliseconds = row.getLong("duration_ms");
    Duration took = row.wasNull() ? null : Duration.ofMillis(milliseconds);
    String who = row.getString("who");
    return new RecordedChange(
        row.getString("id"),
        row.getString("labels"),
        at == null ? null : at.toInstant(),
        took,
        who == null || who.isEmpty() ? null : who);
  }
}
