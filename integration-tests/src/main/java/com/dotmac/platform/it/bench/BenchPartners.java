package com.dotmac.platform.it.bench;

import com.dotmac.platform.it.harness.DomainSessions;
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
import java.util.Set;

/**
 * {@code make bench-partners}: what partner programmes of growing size cost, up to 10,000 partners,
 * 250,000 lines of commission and a million entries in the books. Facts are told as the app tells
 * them, beside pgbench with statements written by hand; payouts and reconciliations are requests to
 * the shipped jar.
 *
 * <p>Needs pgbench on the path. Everything stays on this machine.
 *
 * <pre>
 *   BenchPartners APP_JAR [PARTS [SIZES]]
 * </pre>
 *
 * Parts are {@code accruals}, {@code payouts} and {@code reconciliation}, with commas between;
 * sizes are numbers of partners.
 */
public final class BenchPartners {
  private static final String ALL = "accruals,payouts,reconciliation";
  private static final String SIZES = "100,1000,10000";

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Map<String, List<String>> rows = new LinkedHashMap<>();
  private final List<String> sizes = new ArrayList<>();
  private final Set<String> parts;

  private BenchPartners(Set<String> parts) {
    this.parts = parts;
  }

  /** Measures, prints a table and ends. */
  public static void main(String[] args) throws Exception {
    // Said before anything logs.
    System.setProperty("logback.configurationFile", "com/dotmac/platform/it/golden/logback.xml");
    Path jar = Path.of(args[0]);
    Set<String> parts = Set.of((args.length > 1 && !args[1].isEmpty() ? args[1] : ALL).split(","));
    List<Integer> sizes =
        List.of((args.length > 2 ? args[2] : SIZES).split(",")).stream()
            .map(Integer::valueOf)
            .toList();
    Path folder = Files.createTempDirectory("bench-partners");
    try (TestDatabase database = MigratedPostgres.migratedDatabase();
        DomainSessions sessions =
            DomainSessions.at(database.jdbcUrl(), database.appUser(), database.appPassword())) {
      System.out.println(Machine.describe(database));
      new BenchPartners(parts).run(jar, database, sessions, folder, sizes);
    }
    System.exit(0);
  }

  private void run(
      Path jar, TestDatabase database, DomainSessions sessions, Path folder, List<Integer> wanted)
      throws IOException, InterruptedException, SQLException {
    ProgrammeData data = new ProgrammeData(database, jar);
    List<ProgrammeData.Programme> programmes = new ArrayList<>();
    for (int size : wanted) {
      long start = System.nanoTime();
      ProgrammeData.Programme programme = data.programme(size);
      programmes.add(programme);
      sizes.add(String.format(Locale.ROOT, "%,d entries", programme.entries()));
      out.printf(
          Locale.ROOT,
          "%d partners, %d entries: made in %.0f s%n",
          size,
          programme.entries(),
          (System.nanoTime() - start) / 1e9);
    }
    AccrualBench accruals = new AccrualBench(data, sessions, new Pgbench(database, folder));
    if (parts.contains("accruals")) {
      // Warms up: the first figures would be those of a program that has just begun.
      accruals.measure(programmes.get(0));
      for (ProgrammeData.Programme programme : programmes) {
        accruals
            .measure(programme)
            .forEach((who, rate) -> note("facts a second: " + who, "%.0f", rate));
      }
    }
    // Nobody but us tells facts or approves anything.
    Map<String, String> quiet = Map.of("JOBS_POLL_EVERY", "1d", "JOBS_RECURRING", "false");
    try (BenchedApp app =
        BenchedApp.start(
            jar,
            database,
            List.of(),
            quiet,
            folder.resolve("app.log"),
            "/api/v1/partners",
            programmes.get(0).key())) {
      new PartnerLoad(app, programmes.get(0)).onePartner();
      for (ProgrammeData.Programme programme : programmes) {
        PartnerLoad load = new PartnerLoad(app, programme);
        if (parts.contains("reconciliation")) {
          reconcile(load);
        }
        if (parts.contains("payouts")) {
          payOut(programme, load);
        }
      }
    }
    print();
    out.printf(Locale.ROOT, "%nLoad at the end: %.1f%n", Machine.load());
  }

  private void reconcile(PartnerLoad load) throws InterruptedException {
    note("reconciliation of the tenant, s", "%.2f", load.tenant());
    double[] looks = load.onePartner();
    note("of one partner, median ms", "%.1f", looks[0]);
    note("of one partner, p95 ms", "%.1f", looks[1]);
    double[] dashboards = load.dashboard();
    note("dashboard of one partner, median ms", "%.1f", dashboards[0]);
    note("dashboard of one partner, p95 ms", "%.1f", dashboards[1]);
  }

  private void payOut(ProgrammeData.Programme programme, PartnerLoad load)
      throws InterruptedException {
    Map<String, Double> seconds = load.payOut();
    seconds.forEach((step, taken) -> note("payouts, " + step + ", s", "%.2f", taken));
    double all = seconds.values().stream().mapToDouble(each -> each).sum();
    note("payouts, all of it, s", "%.2f", all);
    note("payouts, ms for each", "%.2f", all * 1000 / programme.partners().size());
    load.tenant();
  }

  /** Shows it at once, too: the whole takes minutes. */
  private void note(String what, String form, double measured) {
    String text = String.format(Locale.ROOT, form, measured);
    out.printf("%s: %s%n", what, text);
    rows.computeIfAbsent(what, first -> new ArrayList<>()).add(text);
  }

  private void print() {
    out.printf("%n| | %s |%n|---|%s%n", String.join(" | ", sizes), "---|".repeat(sizes.size()));
    rows.forEach((what, all) -> out.printf("| %s | %s |%n", what, String.join(" | ", all)));
  }
}
