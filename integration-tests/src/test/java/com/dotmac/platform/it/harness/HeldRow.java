package com.dotmac.platform.it.harness;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;

/** A row that somebody holds, so that a request of the application waits in PostgreSQL. */
public final class HeldRow implements AutoCloseable {
  private final TestDatabase database;
  private final Connection holder;

  private HeldRow(TestDatabase database, Connection holder) {
    this.database = database;
    this.holder = holder;
  }

  /** Holds the partner with this identifier. */
  public static HeldRow ofPartner(TestDatabase database, UUID id) throws SQLException {
    return hold(database, "SELECT 1 FROM partners WHERE id = ? FOR UPDATE", id);
  }

  /**
   * Holds the numbers of a tenant, of whom one was drawn already: he creates no partner meanwhile.
   */
  public static HeldRow ofNumbers(TestDatabase database, UUID tenantId) throws SQLException {
    return hold(database, "SELECT 1 FROM number_series WHERE tenant_id = ? FOR UPDATE", tenantId);
  }

  private static HeldRow hold(TestDatabase database, String sql, UUID id) throws SQLException {
    Connection holder = database.connectAsAdministrator();
    holder.setAutoCommit(false);
    try (PreparedStatement statement = holder.prepareStatement(sql)) {
      statement.setObject(1, id);
      if (!statement.executeQuery().next()) {
        throw new AssertionError("There is no such row");
      }
    }
    return new HeldRow(database, holder);
  }

  /** Waits until a request of the application waits for the row. */
  public void awaitWaiter() {
    await().atMost(Duration.ofSeconds(30)).until(() -> waiters() > 0);
  }

  /** How many requests of the application wait, for this row or for one who waits for it. */
  public int waiters() throws SQLException {
    try (Connection connection = database.connectAsAdministrator();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                    + " AND application_name LIKE 'dotmac-app%' AND wait_event_type = 'Lock'")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  /** Lets the row go. */
  @Override
  public void close() throws SQLException {
    holder.close();
  }
}
