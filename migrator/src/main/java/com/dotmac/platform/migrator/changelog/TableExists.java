package com.dotmac.platform.migrator.changelog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import liquibase.database.Database;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;

/**
 * Whether one of Liquibase's own tables is there, as one question to the server. Liquibase itself
 * takes a snapshot of the schema to learn it, and loads what it takes to compare schemas.
 */
final class TableExists {
  private TableExists() {}

  static boolean in(Database database, String table) throws DatabaseException {
    Connection connection = ((JdbcConnection) database.getConnection()).getUnderlyingConnection();
    try (PreparedStatement question =
        connection.prepareStatement("SELECT to_regclass(quote_ident(?)) IS NOT NULL")) {
      question.setString(1, table);
      try (ResultSet row = question.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** Whether the question can be asked: on a PostgreSQL, and not on an imagined one. */
  static boolean canBeAsked(Database database) {
    return database instanceof PostgresDatabase
        && database.getConnection() instanceof JdbcConnection;
  }
}
