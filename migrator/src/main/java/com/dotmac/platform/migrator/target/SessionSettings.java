package com.dotmac.platform.migrator.target;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What every session of the migrator sets for itself, so that a default of the role or of the
 * database neither changes the meaning of a change nor kills one halfway.
 */
final class SessionSettings {
  // A change means the same, and the history tells the same time, wherever the migrator runs. The
  // timeouts that a server has for its applications are not meant for an index build of an hour;
  // where a limit is wanted the step sets it. A client that is gone without a word is noticed
  // within half a minute, so that its lock does not outlive it by hours.
  private static final String ALWAYS =
      """
      SET search_path TO public;
      SET TimeZone TO 'UTC';
      SET lock_timeout TO 0;
      SET statement_timeout TO 0;
      SET idle_in_transaction_session_timeout TO 0;
      SET idle_session_timeout TO 0;
      SET tcp_keepalives_idle TO 10;
      SET tcp_keepalives_interval TO 5;
      SET tcp_keepalives_count TO 4;
      """;

  private static final String SINCE_17 = "SET transaction_timeout TO 0;\n";

  // The server looks once a second whether the client of a running statement is still there.
  private static final String WHERE_SUPPORTED = "SET client_connection_check_interval TO '1s'";

  private static final String INVALID_VALUE = "22023";

  private SessionSettings() {}

  /**
   * Sets them, in one round trip.
   *
   * @param major version of the server
   */
  static void apply(Connection connection, int major) throws SQLException {
    String settings = ALWAYS + (major >= 17 ? SINCE_17 : "");
    try (Statement statement = connection.createStatement()) {
      try {
        statement.execute(settings + WHERE_SUPPORTED);
      } catch (SQLException e) {
        // Some operating systems cannot tell a server that a client has gone.
        if (!INVALID_VALUE.equals(e.getSQLState())) {
          throw e;
        }
        statement.execute(settings);
      }
    }
  }
}
