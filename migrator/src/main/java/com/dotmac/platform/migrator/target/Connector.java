package com.dotmac.platform.migrator.target;

import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * Opens connections to a target. Every connection carries the migrator's name, so that others see
 * in {@code pg_stat_activity} who works, and looks at schema {@code public} only, so that the
 * role's own search path cannot send a table elsewhere.
 */
public final class Connector {
  /** The oldest server the changes are written for; older ones lack syntax that they use. */
  public static final int OLDEST_SERVER = 15;

  private static final int CONNECT_SECONDS = 10;

  private Connector() {}

  /**
   * A new connection in autocommit mode; whoever asks for it closes it.
   *
   * @throws Refusal when it cannot be opened, with the reason in plain words, or when the server is
   *     too old
   */
  public static Connection open(Target target) {
    try {
      return checked(target, connect(target, new Properties()));
    } catch (SQLException e) {
      throw ConnectionFailure.explain(target, e);
    }
  }

  /**
   * A new connection as the driver gives it: nothing is set, nothing is checked, and no query is
   * spent. For a reader who names every schema, and who knows another way when it fails: poolers
   * refuse the settings in its first message. Whoever asks for it closes it.
   *
   * @throws SQLException when it cannot be opened
   */
  public static Connection openBare(Target target) throws SQLException {
    Properties properties = new Properties();
    // The driver's own settings go with the first message then: two round trips less.
    PGProperty.ASSUME_MIN_SERVER_VERSION.set(properties, "9.0");
    return connect(target, properties);
  }

  /**
   * Makes a bare connection one as {@link #open} gives it.
   *
   * @return the same connection; closed on failure
   * @throws Refusal as {@link #open}
   */
  public static Connection ready(Target target, Connection bare) {
    try {
      return checked(target, bare);
    } catch (SQLException e) {
      throw ConnectionFailure.explain(target, e);
    }
  }

  private static Connection connect(Target target, Properties properties) throws SQLException {
    PGProperty.APPLICATION_NAME.set(properties, applicationName());
    PGProperty.CONNECT_TIMEOUT.set(properties, CONNECT_SECONDS);
    PGProperty.TCP_KEEP_ALIVE.set(properties, true);
    properties.putAll(target.properties());
    if (!target.user().isEmpty()) {
      PGProperty.USER.set(properties, target.user());
    }
    if (!target.password().isEmpty()) {
      PGProperty.PASSWORD.set(properties, target.password());
    }
    Connection connection = new Driver().connect(target.url(), properties);
    if (connection == null) {
      throw new SQLException("The driver does not take this address", "08001");
    }
    return connection;
  }

  private static Connection checked(Target target, Connection connection) throws SQLException {
    try {
      int major = connection.getMetaData().getDatabaseMajorVersion();
      refuseOldServer(target, major, connection.getMetaData().getDatabaseProductVersion());
      SessionSettings.apply(connection, major);
      return connection;
    } catch (SQLException | Refusal e) {
      connection.close();
      throw e;
    }
  }

  /** Refuses a server older than {@link #OLDEST_SERVER}; returns when it is new enough. */
  static void refuseOldServer(Target target, int major, String version) {
    if (major < OLDEST_SERVER) {
      throw new Refusal(
          ExitCode.UNREACHABLE,
          "the server of " + target.describe() + " is too old",
          "It is PostgreSQL " + version + "; the changes need " + OLDEST_SERVER + " or newer.",
          "upgrade the server, or point DATABASE_URL at a newer one",
          null);
    }
  }

  /** What a session of this migrator is called: its name and version. */
  public static String applicationName() {
    String version = Connector.class.getPackage().getImplementationVersion();
    return "dotmac-migrator" + (version == null ? "" : "/" + version);
  }
}
