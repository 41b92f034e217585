package com.dotmac.platform.it.bench;

import com.dotmac.platform.it.harness.MigratedPostgres;
import com.dotmac.platform.it.harness.TestDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code make bench-billing}: how many invoices are finalised and paid in a second by requests for
 * one and by requests for many, beside pgbench with the statements that a request for one sends and
 * with a few statements over sets for many, in turns on one database. And the same statements once
 * more without the triggers that compare sums at the commit.
 *
 * <p>Needs pgbench on the path. Everything stays on this machine.
 *
 * <pre>
 *   BenchBilling APP_JAR [ROUNDS] [ROUNDS_OF_WARMING_UP]
 * </pre>
 */
public final class BenchBilling {
  private static final String ONE = "app.jar, one by one";
  private static final String MANY = "app.jar, %d at once".formatted(BilledRange.BATCH);
  private static final String SQL_ONE = "pgbench, the statements of one";
  private static final String SQL_MANY = "pgbench, statements over %d".formatted(BilledRange.BATCH);
  private static final String UNCHECKED = ", sums not compared";

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Map<String, List<Double>> finalised = new LinkedHashMap<>();
  private final Map<String, List<Double>> paid = new LinkedHashMap<>();
  private final BilledTenant tenant;
  private final BillingLoad app;
  private final Pgbench pgbench;

  private BenchBilling(BilledTenant tenant, BillingLoad app, Pgbench pgbench) {
    this.tenant = tenant;
    this.app = app;
    this.pgbench = pgbench;
  }

  /** Measures, prints tables and ends. */
  public static void main(String[] args) throws Exception {
    // Said before anything logs.
    System.setProperty("logback.configurationFile", "com/dotmac/platform/it/golden/logback.xml");
    Path jar = Path.of(args[0]);
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
    int warmUp = args.length > 2 ? Integer.parseInt(args[2]) : 4;
    Path folder = Files.createTempDirectory("bench-billing");
    try (TestDatabase database = MigratedPostgres.migratedDatabase()) {
      System.out.println(Machine.describe(database));
      BenchedApp.command(
          jar,
          database,
          "create-tenant",
          "--slug",
          "bench",
          "--name",
          "Bench",
          "--currency",
          "EUR");
      String key =
          BenchedApp.command(
              jar, database, "create-api-key", "--tenant", "bench", "--name", "bench");
      // Nobody is told what happened while it is measured.
      Map<String, String> quiet = Map.of("JOBS_POLL_EVERY", "1d", "JOBS_RECURRING", "false");
      try (BenchedApp app =
          BenchedApp.start(
              jar, database, List.of(), quiet, folder.resolve("app.log"), BillingLoad.READY, key)) {
        new BenchBilling(
                new BilledTenant(database),
                new BillingLoad(app, key),
                new Pgbench(database, folder))
            .run(rounds, warmUp);
      }
    }
    System.exit(0);
  }

  private void run(int rounds, int warmUp) throws IOException, InterruptedException, SQLException {
    for (int round = 0; round < warmUp; round++) {
      byApp();
    }
    finalised.clear();
    paid.clear();
    for (int round = 0; round < rounds; round++) {
      byApp();
      byStatements("");
      tenant.compareSums(false);
      byStatements(UNCHECKED);
      tenant.compareSums(true);
    }
    out.printf(
        "%n%d requests for one at once, %d for %d; %d rounds%n",
        BillingLoad.AT_ONCE, BillingLoad.BATCHES_AT_ONCE, BilledRange.BATCH, rounds);
    print("Invoices finalised", finalised);
    print("Payments taken, each for one invoice", paid);
    out.printf("%nLoad at the end: %.1f%n", Machine.load());
  }

  private void byApp() throws InterruptedException, SQLException {
    BilledRange few = tenant.range(BilledRange.FEW);
    note(finalised, ONE, app.finaliseEach(few));
    note(paid, ONE, app.payEach(few));
    BilledRange many = tenant.range(BilledRange.MANY);
    note(finalised, MANY, app.finaliseTogether(many));
    note(paid, MANY, app.payTogether(many));
  }

  private void byStatements(String how) throws IOException, InterruptedException, SQLException {
    BilledRange few = tenant.range(BilledRange.FEW);
    note(finalised, SQL_ONE + how, each("finalise-one.sql", few));
    note(paid, SQL_ONE + how, each("pay-one.sql", few));
    BilledRange many = tenant.range(BilledRange.MANY);
    note(finalised, SQL_MANY + how, together("finalise-many.sql", many));
    note(paid, SQL_MANY + how, together("pay-many.sql", many));
  }

  private double each(String statements, BilledRange range)
      throws IOException, InterruptedException, SQLException {
    tenant.nextIs(range.first() + 1);
    return pgbench.perSecond(
        statements,
        BillingLoad.AT_ONCE,
        List.of("-t", "" + range.size() / BillingLoad.AT_ONCE),
        tenant.variables(range));
  }

  private double together(String statements, BilledRange range)
      throws IOException, InterruptedException, SQLException {
    tenant.nextIs(1);
    int batches = range.size() / BilledRange.BATCH;
    return BilledRange.BATCH
        * pgbench.perSecond(
            statements,
            BillingLoad.BATCHES_AT_ONCE,
            List.of("-t", "" + batches / BillingLoad.BATCHES_AT_ONCE),
            tenant.variables(range));
  }

  /** Shows it at once, too: the whole takes minutes. */
  private void note(Map<String, List<Double>> where, String who, double perSecond) {
    out.printf(Locale.ROOT, "%s %s: %.0f%n", where == paid ? "paid" : "finalised", who, perSecond);
    where.computeIfAbsent(who, first -> new ArrayList<>()).add(perSecond);
  }

  private void print(String title, Map<String, List<Double>> measured) {
    double one = Figures.median(measured.getOrDefault(SQL_ONE, List.of(Double.NaN)));
    double many = Figures.median(measured.getOrDefault(SQL_MANY, List.of(Double.NaN)));
    out.printf(
        "%n| %s | a second | of the statements of one | of those over %d |%n|---|---|---|---|%n",
        title, BilledRange.BATCH);
    measured.forEach(
        (who, all) ->
            out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.2f | %.2f |%n",
                who,
                Figures.median(all),
                Figures.median(all) / one,
                Figures.median(all) / many));
  }
}
