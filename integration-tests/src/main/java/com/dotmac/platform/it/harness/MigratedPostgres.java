package com.dotmac.platform.it.harness;

import com.dotmac.platform.migrator.CommandLine;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The only place a test gets a database from: a real PostgreSQL, one per JVM, whose tables were
 * made by the migrator's own entry point.
 *
 * <p>The migrator runs once, into a template; each test class gets a clone of it, made while the
 * one before it ran. Never creates a table by another way, and never keeps a database for the next
 * run.
 */
public final class MigratedPostgres {
  /** Major version of the PostgreSQL that every test runs on: the one that production runs. */
  public static final int VERSION = 17;

  private static final String TEMPLATE = "dotmac_template";
  private static final Object LOCK = new Object();
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final AtomicInteger CLONES = new AtomicInteger();
  private static final AtomicLong CLONE_NANOS = new AtomicLong();

  private static @Nullable PostgresServer server;
  private static @Nullable SpareDatabases spares;

  private MigratedPostgres() {}

  /** A new database at head, owned by {@code dotmac_owner}; whoever asks for it closes it. */
  public static TestDatabase migratedDatabase() {
    SpareDatabases clones = spares();
    long start = System.nanoTime();
    TestDatabase clone = clones.take();
    CLONE_NANOS.addAndGet(System.nanoTime() - start);
    CLONES.incrementAndGet();
    return clone;
  }

  /**
   * A new database with nothing in it, owned by {@code dotmac_owner}: what a migrator meets on its
   * first day. The roles of the cluster may exist already.
   */
  public static TestDatabase emptyDatabase() {
    return create(server(), "template0");
  }

  /**
   * A new database with nothing in it on a server of a major version, owned by {@code
   * dotmac_owner}; whoever asks for it closes it. For tests that ask about versions only. The roles
   * of the cluster may exist already.
   *
   * @param version {@link #VERSION}, or one whose programs the build has laid beside the tests
   */
  public static TestDatabase emptyDatabase(int version) {
    return version == VERSION
        ? emptyDatabase()
        : create(OtherPostgres.ofVersion(version), "template0");
  }

  /**
   * How long whoever asked waited for a clone, on average so far, for the record; a number to read,
   * not to assert.
   */
  public static Duration averageWaitForAClone() {
    return Duration.ofNanos(CLONE_NANOS.get() / Math.max(1, CLONES.get()));
  }

  private static TestDatabase create(PostgresServer running, String template) {
    String name = "it_" + DATABASES.incrementAndGet();
    running.administer(
        "CREATE DATABASE %s OWNER %s TEMPLATE %s".formatted(name, PostgresServer.OWNER, template));
    return new TestDatabase(running, name);
  }

  private static PostgresServer server() {
    synchronized (LOCK) {
      if (server == null) {
        server = PostgresServer.start();
      }
      return server;
    }
  }

  private static SpareDatabases spares() {
    synchronized (LOCK) {
      if (spares == null) {
        PostgresServer running = server();
        makeTemplate(running);
        spares = new SpareDatabases(() -> create(running, TEMPLATE));
      }
      return spares;
    }
  }

  private static void makeTemplate(PostgresServer running) {
    running.administer("DROP DATABASE IF EXISTS " + TEMPLATE);
    running.administer("CREATE DATABASE %s OWNER %s".formatted(TEMPLATE, PostgresServer.OWNER));
    TestDatabase template = new TestDatabase(running, TEMPLATE);
    migrate(template, running);
    try (var connection = template.connectAsAdministrator();
        var statement = connection.createStatement()) {
      // A clone has no statistics of its own until someone analyses it.
      statement.execute("ANALYZE");
    } catch (SQLException e) {
      throw new IllegalStateException("The template does not answer after the migrator ran", e);
    }
  }

  /** Runs the migrator on a database, and lets the roles in that it makes. */
  static void migrate(TestDatabase template, PostgresServer running) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream output = new PrintStream(said, true, StandardCharsets.UTF_8);
    int exit = CommandLine.execute(template.environmentOfOwner(), output, output, "db", "migrate");
    if (exit != 0) {
      throw new IllegalStateException(
          "The migrator ended with %d on an empty database; mend it first. It said:%n%s"
              .formatted(exit, said.toString(StandardCharsets.UTF_8)));
    }
    // The change that makes the roles gives none of them a login: that is the operator's act.
    running.administer(
        "ALTER ROLE %s LOGIN PASSWORD '%s'".formatted(PostgresServer.APP, PostgresServer.PASSWORD));
    running.administer(
        "ALTER ROLE %s LOGIN PASSWORD '%s'"
            .formatted(PostgresServer.READONLY, PostgresServer.PASSWORD));
  }
}
