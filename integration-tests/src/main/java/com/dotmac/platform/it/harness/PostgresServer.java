package com.dotmac.platform.it.harness;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * One embedded PostgreSQL process, on a port and in a directory of its own, so that forks of the
 * build do not meet. It ends with the JVM, also with one that fails.
 *
 * <p>Never reached from outside this package: databases are asked of {@link MigratedPostgres}.
 */
final class PostgresServer {
  static final String ADMINISTRATOR = "postgres";
  static final String OWNER = "dotmac_owner";
  static final String APP = "dotmac_app";
  static final String READONLY = "dotmac_readonly";
  static final String PASSWORD = "only-for-tests";

  private final EmbeddedPostgres process;

  private PostgresServer(EmbeddedPostgres process) {
    this.process = process;
  }

  /** Starts the version that the class path carries: the one that production runs. */
  static PostgresServer start() {
    PostgresServer server = start(ofProduction(), "off");
    server.makeOwner();
    return server;
  }

  /**
   * Starts the same on a port and on data that outlive it, and loses nothing that it has committed
   * when it is killed.
   *
   * @param data where the data is, made by the first start
   */
  static PostgresServer startOn(Path data, int port) {
    return start(
        ofProduction().setPort(port).setDataDirectory(data).setCleanDataDirectory(false), "on");
  }

  private static EmbeddedPostgres.Builder ofProduction() {
    return EmbeddedPostgres.builder()
        // The same order and case rules on every machine, whatever its own locale.
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8")
        // Passwords are checked, but their hashing need not be slow here.
        .setServerConfig("scram_iterations", "16");
  }

  /** Starts another version; what only newer servers know is left out. */
  static PostgresServer start(PgBinaryResolver programs) {
    PostgresServer server =
        start(
            EmbeddedPostgres.builder()
                .setPgBinaryResolver(programs)
                .setLocaleConfig("encoding", "UTF8"),
            "off");
    server.makeOwner();
    return server;
  }

  private static PostgresServer start(
      EmbeddedPostgres.Builder builder, String waitsForItsOwnRecords) {
    try {
      EmbeddedPostgres process =
          builder
              .setPGStartupWait(Duration.ofSeconds(60))
              .setLocaleConfig("locale", "C")
              // Neither UTC nor the zone of the JVM, nor at a whole hour: a forgotten zone shows.
              .setServerConfig("timezone", "Asia/Kathmandu")
              .setServerConfig("fsync", "off")
              .setServerConfig("synchronous_commit", waitsForItsOwnRecords)
              .setServerConfig("full_page_writes", "off")
              .setServerConfig("max_connections", "200")
              .setServerConfig("client_connection_check_interval", "1000")
              .setServerConfig("hba_file", accessRules().toString())
              .start();
      return new PostgresServer(process);
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not start", e);
    }
  }

  void makeOwner() {
    administer(
        "CREATE ROLE %s LOGIN CREATEROLE NOSUPERUSER NOBYPASSRLS PASSWORD '%s'"
            .formatted(OWNER, PASSWORD));
  }

  /** Stops it, as an administrator does: whoever is connected is cut off. */
  void stop() {
    try {
      process.close();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not stop", e);
    }
  }

  int port() {
    return process.getPort();
  }

  /** Runs one statement as the superuser of the cluster, outside any database under test. */
  void administer(String sql) {
    try (Connection connection = process.getDatabase(ADMINISTRATOR, ADMINISTRATOR).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("The administrator's statement failed: " + sql, e);
    }
  }

  /** The administrator comes in freely, everybody else by password, as in production. */
  private static Path accessRules() throws IOException {
    Path directory = Files.createTempDirectory("dotmac-it");
    Path file = directory.resolve("pg_hba.conf");
    Files.writeString(
        file,
        """
        local all postgres trust
        host all postgres 127.0.0.1/32 trust
        host all postgres ::1/128 trust
        host all all 127.0.0.1/32 scram-sha-256
        host all all ::1/128 scram-sha-256
        """);
    // The server may have dropped the rights of the user who wrote this file.
    makeReadable(file.toFile());
    makeReadable(directory.toFile());
    directory.toFile().deleteOnExit();
    file.toFile().deleteOnExit();
    return file;
  }

  private static void makeReadable(File file) throws IOException {
    if (!file.setReadable(true, false)
        || (file.isDirectory() && !file.setExecutable(true, false))) {
      throw new IOException("Cannot be made readable: " + file);
    }
  }
}
