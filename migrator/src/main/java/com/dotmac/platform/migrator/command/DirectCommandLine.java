package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.changelog.QuietLiquibase;
import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.report.Report;
import com.dotmac.platform.migrator.target.DefaultTarget;
import java.io.PrintStream;
import java.sql.Connection;
import java.util.Arrays;
import java.util.Map;
import liquibase.exception.LiquibaseException;
import net.sourceforge.argparse4j.ArgumentParsers;
import net.sourceforge.argparse4j.inf.ArgumentParser;
import net.sourceforge.argparse4j.inf.ArgumentParserException;
import net.sourceforge.argparse4j.inf.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * Runs a verb of ours without Dropwizard, whose start takes longer than most runs. That is possible
 * when no configuration file is named and nothing is to be logged. The parser is the same, but only
 * the verb that is asked for is made.
 */
public final class DirectCommandLine {
  private static final String COMMAND = "db";

  private DirectCommandLine() {}

  /**
   * Runs the command line, if it is one for this way.
   *
   * @param environment variables, as of a process
   * @param out for help
   * @param report for everything else
   * @param lent an open connection to the database of the environment, or {@code null}; whoever
   *     lends it closes it
   * @param args the whole command line
   * @return how it ended; {@code null} when nothing was done or said, because another way has to
   * @throws LiquibaseException when Liquibase fails outside a change
   */
  public static @Nullable ExitCode run(
      Map<String, String> environment,
      PrintStream out,
      Report report,
      @Nullable Connection lent,
      String... args)
      throws LiquibaseException {
    if (args.length < 2 || !args[0].equals(COMMAND) || asksForHelp(args)) {
      return null;
    }
    Verb verb = Verbs.of(args[1]);
    Namespace options = verb == null ? null : parse(verb, out, args);
    if (verb == null
        || options == null
        || options.getString("file") != null
        || Boolean.TRUE.equals(options.getBoolean("verbose"))) {
      return null;
    }
    QuietLiquibase.silence();
    return VerbRun.perform(verb, options, DefaultTarget.of(environment), report, lent);
  }

  /** The options, or {@code null} when the command line is wrong: the other way can say how. */
  private static @Nullable Namespace parse(Verb verb, PrintStream out, String... args) {
    ArgumentParser parser =
        ArgumentParsers.newFor(COMMAND).addHelp(false).terminalWidthDetection(false).build();
    Verbs.configure(verb, parser.addSubparsers().addParser(verb.name(), false), out);
    try {
      return parser.parseArgs(Arrays.copyOfRange(args, 1, args.length));
    } catch (ArgumentParserException e) {
      return null;
    }
  }

  private static boolean asksForHelp(String... args) {
    for (String arg : args) {
      // Long options may be cut short, as in --he, and short ones written together, as in -nh.
      if (arg.startsWith("--h") || arg.matches("-[^-]*h.*")) {
        return true;
      }
    }
    return false;
  }
}
