package com.dotmac.platform.migrator.runs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run as it is recorded.
 *
 * @param outcome how it ended; {@code null} when it was killed, or still goes on
 * @param startedAt in UTC
 * @param durationMs {@code null} when it has not ended
 * @param applied how many changes it applied
 * @param rolledBack how many changes it took back
 * @param waits how often it had to wait for somebody
 * @param retries how often it tried a change again
 * @param why the reason it did not do all; {@code null} when it did
 */
public record RecordedRun(
    UUID id,
    String verb,
    String startedAt,
    @Nullable Long durationMs,
    @Nullable String outcome,
    String databaseRole,
    @Nullable String osUser,
    @Nullable String host,
    @Nullable String version,
    @Nullable String commitId,
    int applied,
    int rolledBack,
    int waits,
    int retries,
    @Nullable String why) {
  private static final String LAST =
      """
      SELECT r.id, r.verb, to_char(r.started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS "UTC"') AS started_at,
        e.duration_ms, e.outcome, r.database_role, r.os_user, r.host, r.version, r.commit_id,
        (SELECT count(*) FROM public.migration_steps s WHERE s.run_id = r.id AND s.kind = 'apply') AS applied,
        (SELECT count(*) FROM public.migration_steps s WHERE s.run_id = r.id AND s.kind = 'roll_back') AS rolled_back,
        (SELECT count(*) FROM public.migration_steps s WHERE s.run_id = r.id AND s.kind = 'wait') AS waits,
        (SELECT count(*) FROM public.migration_steps s WHERE s.run_id = r.id AND s.kind = 'retry') AS retries,
        e.detail
      FROM public.migration_runs r
      LEFT JOIN public.migration_steps e ON e.run_id = r.id AND e.kind = 'end'
      ORDER BY r.started_at DESC LIMIT ?
      """;

  /**
   * The last runs, newest first.
   *
   * @return empty where none is recorded
   * @throws SQLException when they cannot be read
   */
  public static List<RecordedRun> last(Connection connection, int count) throws SQLException {
    List<RecordedRun> runs = new ArrayList<>();
    if (!RunLog.kept(connection)) {
      return runs;
    }
    try (PreparedStatement statement = connection.prepareStatement(LAST)) {
      statement.setInt(1, count);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          runs.add(of(row));
        }
      }
    }
    return runs;
  }

  private static RecordedRun of(ResultSet row) throws SQLException {
    return new RecordedRun(
        row.getObject("id", UUID.class),
        row.getString("verb"),
        row.getString("started_at"),
        row.getObject("duration_ms", Long.class),
        row.getString("outcome"),
        row.getString("database_role"),
        row.getString("os_user"),
        row.getString("host"),
        row.getString("version"),
        row.getString("commit_id"),
        row.getInt("applied"),
        row.getInt("rolled_back"),
        row.getInt("waits"),
        row.getInt("retries"),
        row.getString("detail"));
  }
}
