package com.dotmac.platform.it.bench;

import com.dotmac.platform.it.harness.MigratedPostgres;
import com.dotmac.platform.it.harness.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code make bench-migrator}: how long a cold start takes to fill an empty database, and to find
 * nothing to do, beside other tools on the same tables. Every round runs every contender once, one
 * after another, so that a noisy minute is noisy for all.
 *
 * <pre>
 *   BenchMigrator MIGRATOR_JAR LIBRARIES [ROUNDS] [TABLES]
 * </pre>
 */
public final class BenchMigrator {
  private static final String AGAINST = "Liquibase command line";

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final File log;
  private final Figures fresh = new Figures();
  private final Figures again = new Figures();

  private BenchMigrator(Path folder) {
    this.log = folder.resolve("bench.log").toFile();
  }

  /** Measures, prints two tables and ends. */
  public static void main(String[] args) throws IOException, InterruptedException, SQLException {
    // Said before anything logs.
    System.setProperty("logback.configurationFile", "com/dotmac/platform/it/golden/logback.xml");
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 11;
    int tables = args.length > 3 ? Integer.parseInt(args[3]) : 50;
    Path folder = Files.createTempDirectory("bench-migrator");
    new BenchMigrator(folder).run(folder, Path.of(args[0]), Path.of(args[1]), rounds, tables);
    System.exit(0);
  }

  private void run(Path folder, Path shipped, Path libraries, int rounds, int tables)
      throws IOException, InterruptedException, SQLException {
    BenchChanges changes = BenchChanges.write(folder, tables);
    strengthenPassword();
    Path jar = folder.resolve("migrator.jar");
    BenchJar.make(shipped, changes.list(), jar);
    List<Contender> contenders = contenders(changes, libraries, jar, folder);
    try (TestDatabase database = MigratedPostgres.emptyDatabase()) {
      out.println(Machine.describe(database));
    }
    out.printf("%d tables, %d rounds; what the tools said is in %s%n", tables, rounds, log);
    for (int round = 0; round < rounds; round++) {
      for (Contender contender : contenders) {
        measure(contender);
      }
    }
    fresh.print(out, "empty database", AGAINST);
    again.print(out, "nothing to do", AGAINST);
    out.printf("%nLoad at the end: %.1f%n", Machine.load());
  }

  private List<Contender> contenders(BenchChanges changes, Path libraries, Path jar, Path folder)
      throws IOException, InterruptedException {
    Contenders known = new Contenders(changes, libraries);
    List<Contender> contenders = new ArrayList<>();
    contenders.add(known.ours(jar));
    contenders.add(known.oursWithArchive(jar, archive(known.ours(jar), folder)));
    add(contenders, known.has("picocli"), known.liquibase());
    add(contenders, known.has("flyway-core"), known.flyway());
    add(contenders, known.hasFlywayCommandLine(), known.flywayCommandLine());
    add(contenders, Contenders.installed("psql"), known.psql());
    return contenders;
  }

  private void add(List<Contender> contenders, boolean there, Contender contender) {
    if (there) {
      contenders.add(contender);
    } else {
      out.println("Left out, because it is not on this machine: " + contender.name());
    }
  }

  private void measure(Contender contender) throws IOException, InterruptedException {
    try (TestDatabase database = MigratedPostgres.emptyDatabase()) {
      List<String> command = contender.command().apply(database);
      fresh.add(contender.name(), seconds(command, database));
      if (contender.repeats()) {
        again.add(contender.name(), seconds(command, database));
      }
    }
  }

  /**
   * As docs/deploy.md says, with a run that migrates, so that the classes of both answers are in.
   */
  private Path archive(Contender ours, Path folder) throws IOException, InterruptedException {
    Path archive = folder.resolve("migrator.jsa");
    try (TestDatabase database = MigratedPostgres.emptyDatabase()) {
      List<String> command = new ArrayList<>(ours.command().apply(database));
      command.add(1, "-XX:ArchiveClassesAtExit=" + archive);
      seconds(command, database);
    }
    return archive;
  }

  private double seconds(List<String> command, TestDatabase database)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    builder.environment().putAll(database.environmentOfOwner());
    long start = System.nanoTime();
    int exit = builder.start().waitFor();
    double took = (System.nanoTime() - start) / 1e9;
    if (exit != 0) {
      throw new IllegalStateException(
          String.join(" ", command) + " ended with " + exit + "; see " + log);
    }
    return took;
  }

  /** The tests hash passwords in a hurry; a server in production takes the default. */
  private static void strengthenPassword() {
    try (TestDatabase database = MigratedPostgres.emptyDatabase()) {
      database.administer(
          "SET scram_iterations TO 4096; ALTER ROLE %s PASSWORD '%s'"
              .formatted(database.ownerUser(), database.ownerPassword()));
    }
  }
}
