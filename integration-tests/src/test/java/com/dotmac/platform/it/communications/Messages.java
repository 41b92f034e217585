package com.dotmac.platform.it.communications;

import com.dotmac.platform.it.harness.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Messages as they stand in the database. */
final class Messages {
  private Messages() {}

  /** A column of a message as text; {@code null} as the word. */
  static String column(TestDatabase database, UUID id, String column) throws SQLException {
    try (Connection connection = database.connectAsAdministrator();
        PreparedStatement question =
            connection.prepareStatement(
                "SELECT " + column + " FROM communication_messages WHERE id = ?")) {
      question.setObject(1, id);
      try (ResultSet row = question.executeQuery()) {
        row.next();
        return String.valueOf(row.getString(1));
      }
    }
  }

  /** When the next attempt is due; empty while one is made, or none is to be. */
  static Optional<Instant> due(TestDatabase database, UUID id) throws SQLException {
    try (Connection connection = database.connectAsAdministrator();
        PreparedStatement question =
            connection.prepareStatement(
                "SELECT execution_time FROM scheduled_tasks"
                    + " WHERE NOT picked AND convert_from(task_data, 'UTF8') LIKE ?")) {
      question.setString(1, "%" + id + "%");
      try (ResultSet row = question.executeQuery()) {
        return row.next() ? Optional.of(row.getTimestamp(1).toInstant()) : Optional.empty();
      }
    }
  }
}
