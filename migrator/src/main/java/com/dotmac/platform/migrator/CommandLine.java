package com.dotmac.platform.migrator;

import com.dotmac.platform.migrator.command.DirectCommandLine;
import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import com.dotmac.platform.migrator.report.Report;
import com.dotmac.platform.migrator.target.DefaultTarget;
import java.io.PrintStream;
import java.sql.Connection;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * Runs any command line inside this process, and never ends it.
 *
 * <p>Not a part of {@link MigratorApplication}: whoever touches that class starts Logback, which
 * most runs do without.
 */
public final class CommandLine {
  private static final String JSON = "--json";

  private CommandLine() {}

  /**
   * Runs a command line.
   *
   * @param environment variables, as of a process
   * @param out for what was asked for
   * @param err for messages about the run
   * @param args the command line
   * @return the number of an {@link ExitCode}
   */
  public static int execute(
      Map<String, String> environment, PrintStream out, PrintStream err, String... args) {
    return execute(environment, out, err, null, args);
  }

  /**
   * The same, for who has a connection open already.
   *
   * @param lent a connection to the database of the environment, or {@code null}
   */
  static int execute(
      Map<String, String> environment,
      PrintStream out,
      PrintStream err,
      @Nullable Connection lent,
      String... args) {
    Report report = new Report(out, err, Arrays.asList(args).contains(JSON), Clock.systemUTC());
    String verb = args.length > 1 && !args[1].startsWith("-") ? args[1] : "";
    ExitCode exitCode;
    try {
      exitCode = perform(environment, out, report, lent, args);
      report.end(verb, exitCode, null);
    } catch (RuntimeException | LinkageError e) {
      Refusal refusal = Failures.refusal(e);
      exitCode = refusal.exitCode();
      err.println(refusal.text());
      if (Arrays.asList(args).contains("--verbose")) {
        e.printStackTrace(err);
      }
      report.end(verb, exitCode, refusal);
    }
    out.flush();
    err.flush();
    return exitCode.code();
  }

  private static ExitCode perform(
      Map<String, String> environment,
      PrintStream out,
      Report report,
      @Nullable Connection lent,
      String... args) {
    ExitCode direct = null;
    if (DefaultTarget.isPlain()) {
      try {
        direct = DirectCommandLine.run(environment, out, report, lent, args);
      } catch (LiquibaseException e) {
        throw Failures.refusal(e);
      }
    }
    return direct == null ? MigratorApplication.run(environment, out, report, args) : direct;
  }
}
