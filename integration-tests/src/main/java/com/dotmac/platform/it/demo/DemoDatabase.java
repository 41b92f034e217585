package com.dotmac.platform.it.demo;

import com.dotmac.platform.domain.sealing.SealingKey;
import com.dotmac.platform.domain.sealing.Seals;
import com.dotmac.platform.it.demo.data.Story;
import com.dotmac.platform.it.harness.KeptPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The database of the demo, and what an administrator does for it before and after the migrator:
 * the owner role, the database, and the login of the application's role. Makes no table.
 */
final class DemoDatabase {
  private static final String NAME = "dotmac";
  private static final String OWNER = "dotmac_owner";
  private static final String APP = "dotmac_app";

  /** No secret: the server listens on the loopback interface only, and its data is made up. */
  private static final String PASSWORD = "demo";

  /** No secret either: what it seals are accounts at banks that do not exist. */
  private static final String SEALING_KEY = "a2VlcHMgdGhlIG1hZGUtdXAgYWNjb3VudHMgc2VhbGU=";

  private final KeptPostgres server;

  DemoDatabase(KeptPostgres server) {
    this.server = server;
  }

  /** Makes role and database if absent; says in words what it found. */
  String prepare() throws SQLException {
    try (Connection connection = server.connectAsAdministrator("postgres");
        Statement statement = connection.createStatement()) {
      if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", OWNER)) {
        statement.execute(
            "CREATE ROLE %s LOGIN CREATEROLE NOSUPERUSER NOBYPASSRLS PASSWORD '%s'"
                .formatted(OWNER, PASSWORD));
      }
      if (exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", NAME)) {
        return "kept from last time";
      }
      statement.execute("CREATE DATABASE %s OWNER %s".formatted(NAME, OWNER));
      return NAME + ", owned by " + OWNER;
    }
  }

  /** Gives the role that the migrator made its login, which no change file ever does. */
  void letTheAppIn() throws SQLException {
    try (Connection connection = server.connectAsAdministrator(NAME);
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER ROLE %s LOGIN PASSWORD '%s'".formatted(APP, PASSWORD));
    }
  }

  /** Whether a tenant's story was written already; it is written whole or not at all. */
  boolean has(Story story) throws SQLException {
    try (Connection connection = server.connectAsAdministrator(NAME)) {
      return exists(connection, "SELECT 1 FROM tenants WHERE slug = ?", story.slug());
    }
  }

  /** What {@code migrator.jar} is run with. */
  Map<String, String> environmentOfOwner() {
    return environment(OWNER);
  }

  /** What {@code app.jar} is run with. */
  Map<String, String> environmentOfApp() {
    Map<String, String> environment = new HashMap<>(environment(APP));
    environment.put("SEALING_KEYS", SEALING_KEY);
    return environment;
  }

  /** What the app opens, sealed. */
  Seals seals() {
    return new Seals(List.of(SealingKey.parse(SEALING_KEY)));
  }

  /** Identifier of the partner whose year a story tells in full. */
  UUID example(Story story) throws SQLException {
    try (Connection connection = server.connectAsAdministrator(NAME);
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT p.id FROM partners p JOIN tenants t ON t.id = p.tenant_id"
                    + " WHERE t.slug = ? AND p.company_name = ?")) {
      statement.setString(1, story.slug());
      statement.setString(2, story.exampleName());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getObject(1, UUID.class);
      }
    }
  }

  String jdbcUrl() {
    return server.jdbcUrl(NAME);
  }

  String appUser() {
    return APP;
  }

  String appPassword() {
    return PASSWORD;
  }

  /** For a person who wants to look at the tables, past row security. */
  String addressForPeople() {
    return "postgresql://postgres@localhost:%d/%s".formatted(server.port(), NAME);
  }

  private Map<String, String> environment(String user) {
    return Map.of("DATABASE_URL", jdbcUrl(), "DATABASE_USER", user, "DATABASE_PASSWORD", PASSWORD);
  }

  private static boolean exists(Connection connection, String question, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(question)) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }
}
