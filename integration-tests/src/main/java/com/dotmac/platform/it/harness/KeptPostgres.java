package com.dotmac.platform.it.harness;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * An embedded PostgreSQL whose data outlives it: the demo's. Everything it has is in one directory,
 * the programs of the server too, so that users of one machine do not meet.
 *
 * <p>Never used by a test: tests get a database from {@link MigratedPostgres}. Never makes a table.
 */
public final class KeptPostgres implements AutoCloseable {
  private final EmbeddedPostgres process;

  private KeptPostgres(EmbeddedPostgres process) {
    this.process = process;
  }

  /**
   * Starts the server, after ending one that a killed run left on the same data.
   *
   * @param directory where data, programs and log are, made if absent
   * @throws IOException if it does not start; its log is {@link #log}
   */
  public static KeptPostgres start(Path directory) throws IOException {
    Path data = directory.resolve("data");
    Path complete = directory.resolve("data.complete");
    endLeftover(directory);
    if (!Files.exists(complete)) {
      // Whoever died while the data directory was being made left nothing that is worth keeping.
      delete(data);
    }
    ProcessBuilder.Redirect log = ProcessBuilder.Redirect.appendTo(log(directory).toFile());
    try {
      EmbeddedPostgres process =
          EmbeddedPostgres.builder()
              .setPGStartupWait(Duration.ofSeconds(60))
              .setOverrideWorkingDirectory(directory.resolve("programs").toFile())
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setOutputRedirector(log)
              .setErrorRedirector(log)
              .setLocaleConfig("locale-provider", "builtin")
              .setLocaleConfig("builtin-locale", "C.UTF-8")
              .setLocaleConfig("locale", "C")
              .setServerConfig("timezone", "UTC")
              // The library switches it off, which is right for tests; this data is kept.
              .setServerConfig("fsync", "on")
              .start();
      Files.writeString(complete, "");
      return new KeptPostgres(process);
    } catch (IllegalStateException e) {
      throw new IOException("PostgreSQL did not start: " + e.getMessage(), e);
    }
  }

  /** Where the server in a directory writes what it has to say. */
  public static Path log(Path directory) {
    return directory.resolve("postgres.log");
  }

  /** Port on the loopback interface; another one at each start. */
  public int port() {
    return process.getPort();
  }

  /** Address of a database of this server, without credentials. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://localhost:%d/%s".formatted(port(), database);
  }

  /** Connects as superuser, to make roles and databases and to count. */
  public Connection connectAsAdministrator(String database) throws SQLException {
    return DriverManager.getConnection(jdbcUrl(database), PostgresServer.ADMINISTRATOR, "");
  }

  /** Stops the server and keeps the data. */
  @Override
  public void close() throws IOException {
    process.close();
  }

  /** Ends a server that a run started in this directory and could not stop. */
  public static void endLeftover(Path directory) throws IOException {
    Path pidFile = directory.resolve("data").resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    List<String> lines = Files.readAllLines(pidFile);
    if (!lines.isEmpty() && lines.get(0).strip().matches("\\d+")) {
      // The system may have given the number to another program meanwhile.
      ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
          .filter(handle -> handle.info().command().orElse("").contains("postgres"))
          .ifPresent(handle -> Endings.end(handle, Duration.ofSeconds(5)));
    }
    Files.deleteIfExists(pidFile);
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
