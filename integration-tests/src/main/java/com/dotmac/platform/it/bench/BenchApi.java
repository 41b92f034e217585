package com.dotmac.platform.it.bench;

import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.IssuedKey;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.MigratedPostgres;
import com.dotmac.platform.it.harness.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * {@code make bench-api}: how many requests the real jar serves under wrk, beside pgbench with the
 * same statements as the same role on the same database, in one run after another; and how long it
 * is from the start of the process to the first answer.
 *
 * <pre>
 *   BenchApi APP_JAR [WARM_UP_SECONDS] [SECONDS]
 * </pre>
 */
public final class BenchApi {
  private static final String CLIENTS = "32";
  private static final int STARTS = 5;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Path folder;
  private final Path jar;
  private final TestDatabase database;
  private final IssuedKey key;

  private BenchApi(Path folder, Path jar, TestDatabase database) {
    this.folder = folder;
    this.jar = jar;
    this.database = database;
    key = IssuedKey.in(database);
  }

  /** Measures, prints the figures in Markdown and ends. */
  public static void main(String[] args) throws IOException, InterruptedException, SQLException {
    // Said before anything logs.
    System.setProperty("logback.configurationFile", "com/dotmac/platform/it/golden/logback.xml");
    for (String program : List.of("wrk", "pgbench")) {
      if (!Contenders.installed(program)) {
        throw new IllegalStateException(program + " is not installed; Debian has it as a package");
      }
    }
    int warmUp = args.length > 1 ? Integer.parseInt(args[1]) : 60;
    int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 20;
    Path folder = Files.createTempDirectory("bench-api");
    try (TestDatabase database = MigratedPostgres.migratedDatabase()) {
      new BenchApi(folder, Path.of(args[0]), database).run(warmUp, seconds);
    }
    System.exit(0);
  }

  private void run(int warmUp, int seconds) throws IOException, InterruptedException, SQLException {
    out.println(Machine.describe(database));
    out.printf("%s clients, %d s of warm-up, %d s each%n%n", CLIENTS, warmUp, seconds);
    List<String> archive = List.of("-XX:SharedArchiveFile=" + archive());
    out.println("| start to the first 200 | median s |\n|---|---|");
    printStarts("app.jar", List.of());
    printStarts("app.jar with a class-data archive", archive);
    try (AppUnderLoad app = AppUnderLoad.start(jar, database, log(), archive)) {
      app.awaitSuccess(key, APartner.PATH);
      ApiAnswer partner = APartner.any().createdBy(app.api(key));
      wrk(app.address(), "get.lua", partner, warmUp / 2);
      wrk(app.address(), "post.lua", partner, warmUp - warmUp / 2);
      out.println("\n| | app/s | pgbench/s | ratio | median ms | p99 ms | p99 of median |");
      out.println("|---|---|---|---|---|---|---|");
      for (String request : List.of("get", "post")) {
        Load ofApp = wrk(app.address(), request + ".lua", partner, seconds);
        print(request, ofApp, pgbench(request + ".sql", partner, seconds));
      }
    }
    out.printf("%nLoad at the end: %.1f%n", Machine.load());
  }

  /** Made by a run that serves and is asked to end. */
  private Path archive() throws IOException {
    Path archive = folder.resolve("app.jsa");
    List<String> options = List.of("-XX:ArchiveClassesAtExit=" + archive);
    try (AppUnderLoad app = AppUnderLoad.start(jar, database, log(), options)) {
      app.awaitSuccess(key, APartner.PATH);
    }
    return archive;
  }

  private void printStarts(String what, List<String> options) throws IOException {
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      long start = System.nanoTime();
      try (AppUnderLoad app = AppUnderLoad.start(jar, database, log(), options)) {
        app.awaitSuccess(key, APartner.PATH);
        seconds.add((System.nanoTime() - start) / 1e9);
      }
    }
    out.printf(Locale.ROOT, "| %s | %.2f |%n", what, Figures.median(seconds));
  }

  private void print(String request, Load app, Load pgbench) {
    out.printf(
        Locale.ROOT,
        "| %s one partner | %.0f | %.0f | %.2f | %.1f | %.1f | %.1f |%n",
        request.toUpperCase(Locale.ROOT),
        app.perSecond(),
        pgbench.perSecond(),
        app.perSecond() / pgbench.perSecond(),
        app.medianMillis(),
        app.p99Millis(),
        app.p99Millis() / app.medianMillis());
  }

  private Load wrk(URI address, String script, ApiAnswer partner, int seconds)
      throws IOException, InterruptedException {
    return Load.ofWrk(
        List.of(
            "wrk",
            "--latency",
            "-t",
            "2",
            "-c",
            CLIENTS,
            "-d",
            seconds + "s",
            "-s",
            file(script).toString(),
            address.toString()),
        Map.of("BENCH_KEY", key.token(), "BENCH_PATH", APartner.path(partner)));
  }

  private Load pgbench(String script, ApiAnswer partner, int seconds)
      throws IOException, InterruptedException {
    URI server = URI.create(database.jdbcUrl().substring("jdbc:".length()));
    String prefix = key.token().split("\\.")[1];
    return Load.ofPgbench(
        List.of(
            "pgbench",
            "-n",
            "-M",
            "prepared",
            "-c",
            CLIENTS,
            "-j",
            "2",
            "-T",
            Integer.toString(seconds),
            "-f",
            file(script).toString(),
            "-D",
            "tenant=" + key.tenantId(),
            "-D",
            "prefix=" + prefix,
            "-D",
            "partner=" + partner.id(),
            "-D",
            "apikey=" + key.id(),
            "-h",
            server.getHost(),
            "-p",
            Integer.toString(server.getPort()),
            "-U",
            database.appUser(),
            database.name()),
        Map.of("PGPASSWORD", database.appPassword()));
  }

  private Path log() {
    return folder.resolve("app.log");
  }

  private Path file(String name) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream text = BenchApi.class.getResourceAsStream(name)) {
      Files.write(file, Objects.requireNonNull(text, name).readAllBytes());
    }
    return file;
  }
}
