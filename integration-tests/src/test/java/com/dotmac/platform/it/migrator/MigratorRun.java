package com.dotmac.platform.it.migrator;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.migrator.CommandLine;
import com.dotmac.platform.migrator.Main;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One run of the migrator: how it ended and what it said. */
public record MigratorRun(int exit, String out, String err) {

  /** What it said, with one blank where several make columns: how wide they are is its business. */
  public String words() {
    return out.replaceAll(" +", " ");
  }

  /** Runs {@code db VERB …} as the owner of the database. */
  public static MigratorRun of(TestDatabase database, String... verb) {
    return of(database.environmentOfOwner(), verb);
  }

  /** Runs {@code db VERB …} in an environment. */
  public static MigratorRun of(Map<String, String> environment, String... verb) {
    return of(CommandLine::execute, environment, verb);
  }

  /**
   * Runs {@code db VERB …} as the owner of the database, the way the jar does: by its main class.
   */
  public static MigratorRun ofTheJar(TestDatabase database, String... verb) {
    return of(Main::execute, database.environmentOfOwner(), verb);
  }

  private static MigratorRun of(Way way, Map<String, String> environment, String... verb) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] args = new String[verb.length + 1];
    args[0] = "db";
    System.arraycopy(verb, 0, args, 1, verb.length);
    int exit =
        way.execute(
            environment,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            args);
    return new MigratorRun(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The long way, or the one the jar takes. */
  private interface Way {
    int execute(Map<String, String> environment, PrintStream out, PrintStream err, String... args);
  }

  /** Asserts that it did what was asked. */
  public MigratorRun done() {
    assertThat(exit).as("%s%s", out, err).isZero();
    return this;
  }

  /** Asserts that it refused with this code, in one message that a person can act on. */
  public MigratorRun refused(int code) {
    assertThat(exit).as("%s%s", out, err).isEqualTo(code);
    assertThat(err)
        .startsWith("error: ")
        .containsOnlyOnce("error: ")
        .containsOnlyOnce("  why:  ")
        .containsOnlyOnce("  next: ")
        .doesNotContain("Exception", "\tat ");
    return this;
  }
}
