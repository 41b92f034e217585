package com.dotmac.platform.it.bench;

import com.dotmac.platform.it.harness.MigratedPostgres;
import com.dotmac.platform.it.harness.TestDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code make bench-api}: how many requests the shipped jar answers, beside how often pgbench runs
 * the very statements that a request sends, on the same database, with as many at once, in turns.
 * And how long the jar takes from its start to its first answer.
 *
 * <p>Needs wrk and pgbench on the path. Everything stays on this machine.
 *
 * <pre>
 *   BenchApi APP_JAR [SECONDS_OF_WARMING_UP] [SECONDS] [ROUNDS]
 * </pre>
 */
public final class BenchApi {
  private static final int AT_ONCE = 32;
  private static final int STARTS = 5;
  private static final String PARTNERS = "/api/v1/partners";

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Path folder;
  private final Path jar;
  private final Pgbench pgbench;
  private final TestDatabase database;
  private final int seconds;
  private int loads;

  private BenchApi(Path folder, Path jar, TestDatabase database, int seconds) {
    this.folder = folder;
    this.jar = jar;
    pgbench = new Pgbench(database, folder);
    this.database = database;
    this.seconds = seconds;
  }

  /** Measures, prints tables and ends. */
  public static void main(String[] args) throws IOException, InterruptedException, SQLException {
    // Said before anything logs.
    System.setProperty("logback.configurationFile", "com/dotmac/platform/it/golden/logback.xml");
    int warmUp = args.length > 1 ? Integer.parseInt(args[1]) : 60;
    int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 15;
    int rounds = args.length > 3 ? Integer.parseInt(args[3]) : 3;
    Path folder = Files.createTempDirectory("bench-api");
    try (TestDatabase database = MigratedPostgres.migratedDatabase()) {
      new BenchApi(folder, Path.of(args[0]), database, seconds).run(warmUp, rounds);
    }
    System.exit(0);
  }

  private void run(int warmUp, int rounds) throws IOException, InterruptedException, SQLException {
    out.println(Machine.describe(database));
    BenchedApp.command(
        jar, database, "create-tenant", "--slug", "bench", "--name", "Bench", "--currency", "EUR");
    String key =
        BenchedApp.command(jar, database, "create-api-key", "--tenant", "bench", "--name", "bench");
    starts(key);
    try (BenchedApp app = start(List.of(), PARTNERS, key)) {
      post(app, key, 1);
      String partner = PARTNERS + "/" + ask("SELECT id FROM partners LIMIT 1");
      out.printf(
          "%n%d at once, %d s of warming up each, %d rounds of %d s%n",
          AT_ONCE, warmUp, rounds, seconds);
      table(
          "GET one partner",
          warmUp,
          rounds,
          time -> get(app, key, partner, time),
          "get-partner.sql");
      table("POST one partner", warmUp, rounds, time -> post(app, key, time), "post-partner.sql");
    }
    out.printf("%nLoad at the end: %.1f%n", Machine.load());
  }

  private void starts(String key) throws IOException, InterruptedException {
    Path archive = folder.resolve("app.jsa");
    start(List.of("-XX:ArchiveClassesAtExit=" + archive), PARTNERS, key).close();
    List<Double> plain = new ArrayList<>();
    List<Double> shared = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      plain.add(secondsOfStart(List.of(), key));
      shared.add(secondsOfStart(List.of("-XX:SharedArchiveFile=" + archive), key));
    }
    out.printf("%n| start to first 200 | median s |%n|---|---|%n");
    out.printf(Locale.ROOT, "| app.jar | %.2f |%n", Figures.median(plain));
    out.printf(Locale.ROOT, "| app.jar, class-data sharing | %.2f |%n", Figures.median(shared));
  }

  private double secondsOfStart(List<String> options, String key)
      throws IOException, InterruptedException {
    try (BenchedApp app = start(options, PARTNERS, key)) {
      return app.secondsToFirstAnswer();
    }
  }

  private BenchedApp start(List<String> options, String path, String key)
      throws IOException, InterruptedException {
    return BenchedApp.start(jar, database, options, folder.resolve("app.log"), path, key);
  }

  /** Rounds of both in turns, so that a noisy minute is noisy for both. */
  private void table(String title, int warmUp, int rounds, Load load, String statements)
      throws IOException, InterruptedException, SQLException {
    load.run(warmUp);
    List<Double> requests = new ArrayList<>();
    List<Double> transactions = new ArrayList<>();
    List<Double> medians = new ArrayList<>();
    List<Double> slowest = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      Tool wrk = load.run(seconds);
      refuseErrors(wrk);
      requests.add(wrk.number("Requests/sec:\\s+([\\d.]+)"));
      medians.add(wrk.milliseconds("50%\\s+([\\d.]+)(us|ms|s)"));
      slowest.add(wrk.milliseconds("99%\\s+([\\d.]+)(us|ms|s)"));
      transactions.add(pgbench(statements));
    }
    double perSecond = Figures.median(requests);
    double bare = Figures.median(transactions);
    double median = Figures.median(medians);
    double late = Figures.median(slowest);
    out.printf(
        "%n| %s | a second | of pgbench | median ms | p99 ms | p99 of median |%n|---|---|---|---|---|---|%n",
        title);
    out.printf(
        Locale.ROOT,
        "| app.jar | %.0f | %.2f | %.1f | %.1f | %.1f |%n| pgbench, the same statements | %.0f | 1.00 | | | |%n",
        perSecond,
        perSecond / bare,
        median,
        late,
        late / median,
        bare);
  }

  private static void refuseErrors(Tool wrk) {
    if (wrk.said().contains("Non-2xx") || wrk.said().contains("Socket errors")) {
      throw new IllegalStateException("Not every answer was good: " + wrk.said());
    }
  }

  private Tool get(BenchedApp app, String key, String path, int time)
      throws IOException, InterruptedException {
    return wrk(time, List.of("-H", "Authorization: Bearer " + key, app.address(path)));
  }

  private Tool post(BenchedApp app, String key, int time) throws IOException, InterruptedException {
    loads++;
    String script = pgbench.resource("post-partner.lua").toString();
    return wrk(time, List.of("-s", script, app.address(PARTNERS), "--", "load" + loads, key));
  }

  private static Tool wrk(int time, List<String> rest) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "wrk",
                "--latency",
                "-t",
                "2",
                "-c",
                "" + AT_ONCE,
                "-d",
                time + "s",
                "--timeout",
                "10s"));
    command.addAll(rest);
    return Tool.run(Map.of(), command);
  }

  private double pgbench(String statements) throws IOException, InterruptedException, SQLException {
    return pgbench.perSecond(statements, AT_ONCE, List.of("-T", "" + seconds), variables());
  }

  /** What the statements are about: what the app itself has written. */
  private Map<String, String> variables() throws SQLException {
    return Map.of(
        "tenant", ask("SELECT id FROM tenants"),
        "prefix", ask("SELECT prefix FROM api_keys"),
        "actor", ask("SELECT id FROM api_keys"),
        "partner", ask("SELECT id FROM partners LIMIT 1"),
        "location", ask("SELECT location FROM idempotency_keys LIMIT 1"),
        "body", ask("SELECT body FROM idempotency_keys LIMIT 1"),
        "after",
            ask(
                "SELECT after_state FROM audit_activities WHERE action = 'partner.created' LIMIT 1"));
  }

  private String ask(String question) throws SQLException {
    try (Connection connection = database.connectAsAdministrator();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      row.next();
      return row.getString(1);
    }
  }

  /** Requests for some seconds. */
  private interface Load {
    Tool run(int time) throws IOException, InterruptedException;
  }
}
