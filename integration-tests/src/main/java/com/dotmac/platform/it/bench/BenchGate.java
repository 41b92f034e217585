package com.dotmac.platform.it.bench;

import com.dotmac.platform.app.PlatformConfiguration;
import com.dotmac.platform.app.schema.SchemaGate;
import com.dotmac.platform.domain.schema.RequiredCatalog;
import com.dotmac.platform.domain.schema.RequiredSchema;
import com.dotmac.platform.it.harness.MigratedPostgres;
import com.dotmac.platform.it.harness.TestDatabase;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.db.DataSourceFactory;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code make bench-gate}: how long the gate of the app takes after it is connected, on a database
 * that has seen many changes: the history, whoever migrates, every object of the catalogue, and the
 * rights of the role. The first time is that of a start: no class of the gate is loaded.
 *
 * <pre>
 *   BenchGate [CHANGES]
 * </pre>
 */
public final class BenchGate {
  private static final int TIMES = 21;

  private static final String FILLER =
      """
      INSERT INTO databasechangelog (id, author, filename, dateexecuted, orderexecuted, exectype, md5sum, labels)
      SELECT 'bench-' || n, 'bench', 'db/changes/bench-' || n || '.sql', localtimestamp, n - 100000,
        'EXECUTED', '9:' || md5(n::text), 'expand'
      FROM generate_series(1, %d) n
      """;

  private BenchGate() {}

  /** Measures, prints two lines and ends. */
  public static void main(String[] args) throws SQLException {
    // Said before anything logs.
    System.setProperty("logback.configurationFile", "com/dotmac/platform/it/golden/logback.xml");
    int changes = args.length > 0 ? Integer.parseInt(args[0]) : 2000;
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (TestDatabase database = MigratedPostgres.migratedDatabase()) {
      database.administer(FILLER.formatted(changes));
      out.println(Machine.describe(database));
      List<String> ids = required(changes);
      RequiredCatalog catalog = RequiredCatalog.ofThisBuild();
      List<Double> took = new ArrayList<>();
      for (int i = 0; i < TIMES; i++) {
        took.add(milliseconds(database, new SchemaGate(new RequiredSchema(ids), catalog)));
      }
      out.printf(
          "gate after connect, %d changes in the history, %d objects in the catalogue%n",
          ids.size(), catalog.objects().size());
      out.printf("  first  %.1f ms%n", took.get(0));
      out.printf("  median %.1f ms%n", Figures.median(took));
    }
    System.exit(0);
  }

  private static List<String> required(int changes) {
    return Stream.concat(
            Stream.iterate(1, n -> n <= changes, n -> n + 1).map(n -> "bench-" + n),
            RequiredSchema.ofThisBuild().changes().stream())
        .toList();
  }

  /** The gate opens its own connection, so what a connection costs is measured and taken off. */
  private static double milliseconds(TestDatabase database, SchemaGate gate) throws SQLException {
    PlatformConfiguration configuration = new PlatformConfiguration();
    DataSourceFactory source = new DataSourceFactory();
    source.setUrl(database.jdbcUrl());
    source.setUser(database.appUser());
    source.setPassword(database.appPassword());
    configuration.setDatabase(source);
    Environment environment = new Environment("bench");
    connect(database);
    long start = System.nanoTime();
    connect(database);
    long connected = System.nanoTime();
    gate.run(configuration, environment);
    long end = System.nanoTime();
    return (end - connected - (connected - start)) / 1e6;
  }

  private static void connect(TestDatabase database) throws SQLException {
    try (Connection connection =
        DriverManager.getConnection(
            database.jdbcUrl(), database.appUser(), database.appPassword())) {
      if (connection.isClosed()) {
        throw new IllegalStateException("The server closed a new connection");
      }
    }
  }
}
