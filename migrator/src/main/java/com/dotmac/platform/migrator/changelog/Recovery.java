package com.dotmac.platform.migrator.changelog;

import com.dotmac.platform.migrator.catalog.InvalidIndex;
import com.dotmac.platform.migrator.outcome.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import liquibase.changelog.ChangeSet;
import liquibase.exception.DatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * Decides after a failure whether the list is run once more: when a change lost against other
 * sessions, or when the leftover of a killed run was in its way and is gone now.
 */
final class Recovery {
  /** No lock in time, a deadlock, a serialization failure. */
  private static final Set<String> LOST = Set.of("55P03", "40P01", "40001");

  private static final String ALREADY_EXISTS = "42P07";

  private final Connection connection;
  private final Progress progress;
  private final Attempts attempts;
  private final Set<String> cleaned = new HashSet<>();

  Recovery(Connection connection, Progress progress, Attempts attempts) {
    this.connection = connection;
    this.progress = progress;
    this.attempts = attempts;
  }

  /**
   * Whether to try again.
   *
   * @param failed the change at work, or {@code null} when it was none
   * @throws Refusal when the patience is over, or when the failure is one already
   */
  boolean after(Exception failure, @Nullable ChangeSet failed) throws DatabaseException {
    Refusal refusal = Causes.last(failure, Refusal.class);
    if (refusal != null) {
      throw refusal;
    }
    try {
      if (failed != null && !failed.isRunInTransaction()) {
        return cleanedAfter(failure, failed);
      }
      SQLException sql = Causes.last(failure, SQLException.class);
      if (sql == null || !LOST.contains(String.valueOf(sql.getSQLState()))) {
        return false;
      }
      if (!connection.getAutoCommit()) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
      attempts.failed(failed == null ? "the history of changes" : "change " + failed.getId(), sql);
      return true;
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  private boolean cleanedAfter(Exception failure, ChangeSet failed) throws SQLException {
    SQLException sql = Causes.last(failure, SQLException.class);
    boolean inTheWay = sql != null && ALREADY_EXISTS.equals(sql.getSQLState());
    if (!inTheWay && Causes.last(failure, InvalidIndexLeft.class) == null) {
      return false;
    }
    connection.setAutoCommit(true);
    List<InvalidIndex> left =
        Leftovers.of(failed, connection).stream()
            .filter(index -> sql == null || names(sql, index))
            .toList();
    boolean again = false;
    for (InvalidIndex index : left) {
      // Once: an index that is invalid again after a whole build has another reason.
      if (cleaned.add(index.qualified())) {
        Leftovers.drop(index, connection);
        progress.cleaned(
            failed.getId(),
            "dropped the invalid index " + index.qualified() + " of a killed build");
        again = true;
      }
    }
    return again;
  }

  private static boolean names(SQLException failure, InvalidIndex index) {
    return String.valueOf(failure.getMessage()).contains(index.name());
  }
}
