package com.dotmac.platform.it.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;

/** Whether the server refuses a statement to the role that is connected. */
final class Refused {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  private Refused() {}

  /**
   * Tries a statement within the open transaction and takes it back.
   *
   * @throws SQLException when it fails for another reason than a missing right: the statement is
   *     wrong, and proves nothing
   */
  static boolean isRefused(Connection connection, String sql) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      Catalog.run(connection, sql);
      return false;
    } catch (SQLException e) {
      if (forWantOfRight(e)) {
        return true;
      }
      throw e;
    } finally {
      connection.rollback(before);
    }
  }

  /** Whether a right was missing, that of row security included. */
  static boolean forWantOfRight(SQLException failure) {
    return INSUFFICIENT_PRIVILEGE.equals(failure.getSQLState());
  }
}
