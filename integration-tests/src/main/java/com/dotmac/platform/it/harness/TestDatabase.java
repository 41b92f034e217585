package com.dotmac.platform.it.harness;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;

/**
 * One database of a test and the ways into it: as the application, as the owner who migrates, as
 * one who only reads, and as the administrator for what no role of ours may do.
 *
 * <p>Closing it drops it, whoever is still connected. Never shared between test classes.
 */
public final class TestDatabase implements AutoCloseable {
  private final PostgresServer server;
  private final String name;

  TestDatabase(PostgresServer server, String name) {
    this.server = server;
    this.name = name;
  }

  /** Name of the database in its cluster. */
  public String name() {
    return name;
  }

  /** URL without credentials. */
  public String jdbcUrl() {
    return "jdbc:postgresql://localhost:%d/%s".formatted(server.port(), name);
  }

  /** The role the application connects as: owns nothing and bypasses nothing. */
  public String appUser() {
    return PostgresServer.APP;
  }

  /** Password of {@link #appUser()}. */
  public String appPassword() {
    return PostgresServer.PASSWORD;
  }

  /** The role the migrator connects as: owns the tables, and is no superuser. */
  public String ownerUser() {
    return PostgresServer.OWNER;
  }

  /** Password of {@link #ownerUser()}. */
  public String ownerPassword() {
    return PostgresServer.PASSWORD;
  }

  /** The environment that makes the migrator work here. */
  public Map<String, String> environmentOfOwner() {
    return environment(ownerUser(), ownerPassword());
  }

  /** The environment that makes the application work here. */
  public Map<String, String> environmentOfApp() {
    return environment(appUser(), appPassword());
  }

  /** Connects as the application, with no tenant set: sees nothing until one is. */
  public Connection connectAsApp() {
    return connect(appUser(), appPassword());
  }

  /** Connects as the application, with this tenant set for the life of the connection. */
  public Connection connectAsApp(UUID tenantId) {
    return withTenant(connectAsApp(), tenantId);
  }

  /** Connects as the owner. Row security holds for him too; set a tenant to see rows. */
  public Connection connectAsOwner() {
    return connect(ownerUser(), ownerPassword());
  }

  /** Connects as the owner, with this tenant set for the life of the connection. */
  public Connection connectAsOwner(UUID tenantId) {
    return withTenant(connectAsOwner(), tenantId);
  }

  /** Connects as the role that only reads, with no tenant set. */
  public Connection connectAsReadonly() {
    return connect(PostgresServer.READONLY, PostgresServer.PASSWORD);
  }

  /** Connects as superuser, whom row security does not hold: to arrange and to inspect. */
  public Connection connectAsAdministrator() {
    return connect(PostgresServer.ADMINISTRATOR, "");
  }

  /** Cuts every connection there is, as a failover of the server does. */
  public void cutConnections() {
    server.administer(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '%s'"
            .formatted(name));
  }

  /** Lets nobody in but the administrator, and cuts who is. */
  public void goAway() {
    server.administer("ALTER DATABASE %s CONNECTION LIMIT 0".formatted(name));
    cutConnections();
  }

  /** Ends {@link #goAway}. */
  public void comeBack() {
    server.administer("ALTER DATABASE %s CONNECTION LIMIT -1".formatted(name));
  }

  /** Runs a statement as the administrator. */
  public void administer(String sql) {
    try (Connection connection = connectAsAdministrator();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("The administrator's statement failed: " + sql, e);
    }
  }

  @Override
  public void close() {
    server.administer("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(name));
  }

  @Override
  public String toString() {
    return jdbcUrl();
  }

  private Map<String, String> environment(String user, String password) {
    return Map.of("DATABASE_URL", jdbcUrl(), "DATABASE_USER", user, "DATABASE_PASSWORD", password);
  }

  private Connection connect(String user, String password) {
    try {
      return DriverManager.getConnection(jdbcUrl(), user, password);
    } catch (SQLException e) {
      throw new IllegalStateException("No connection to %s as %s".formatted(name, user), e);
    }
  }

  private static Connection withTenant(Connection connection, UUID tenantId) {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT set_config('dotmac.tenant_id', ?, false)")) {
      statement.setString(1, tenantId.toString());
      statement.execute();
      return connection;
    } catch (SQLException e) {
      throw new IllegalStateException("No tenant could be set", e);
    }
  }
}
