package com.dotmac.platform.app.jobs;

import com.dotmac.platform.domain.shared.Identifiers;
import com.github.kagkarlsson.scheduler.task.HasTaskName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The work of one kind that is not done yet, of all tenants.
 *
 * @param size how many pieces
 * @param since since when the oldest waits, to the millisecond; {@code null}: there is none
 */
public record Backlog(long size, @Nullable Instant since) {

  /** Identifiers of pieces are UUIDs of version 7: the least is the oldest and tells its age. */
  private static final String QUERY =
      "SELECT count(*), min(task_instance) FROM scheduled_tasks WHERE task_name = ?";

  /**
   * Looks.
   *
   * @param pool where connections come from
   * @param kind kind of work
   * @throws SQLException if the database does not answer
   */
  public static Backlog of(DataSource pool, HasTaskName kind) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = connection.prepareStatement(QUERY)) {
      statement.setString(1, kind.getTaskName());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return new Backlog(row.getLong(1), instant(row.getString(2)));
      }
    }
  }

  /** How long the oldest piece has waited; nothing if there is none. */
  public Duration age(Instant now) {
    return since == null || since.isAfter(now) ? Duration.ZERO : Duration.between(since, now);
  }

  private static @Nullable Instant instant(@Nullable String piece) {
    return piece == null ? null : Identifiers.instantOf(UUID.fromString(piece));
  }
}
