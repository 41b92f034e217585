package com.dotmac.platform.migrator;

import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import io.dropwizard.configuration.ConfigurationException;
import java.io.FileNotFoundException;
import java.sql.SQLException;
import java.util.Optional;
import net.sourceforge.argparse4j.inf.ArgumentParserException;

/** Gives whatever was thrown the form of a refusal, so that every failure reads the same. */
final class Failures {
  private static final String HELP = "java -jar migrator.jar db --help";

  private Failures() {}

  /** The refusal to show; empty for a mistyped command line, which the parser has explained. */
  static Optional<Refusal> refusal(Throwable failure) {
    if (failure instanceof ArgumentParserException) {
      return Optional.empty();
    }
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof Refusal refusal) {
        return Optional.of(refusal);
      }
      if (at instanceof SQLException sql) {
        return Optional.of(ofServer(sql));
      }
    }
    if (failure instanceof FileNotFoundException) {
      return Optional.of(
          configuration("cannot read the configuration file", "There is no such file.", failure));
    }
    if (failure instanceof ConfigurationException) {
      return Optional.of(configuration("the configuration is wrong", message(failure), failure));
    }
    if (failure instanceof IllegalArgumentException
        && message(failure).startsWith("Cannot resolve variable")) {
      return Optional.of(configuration("the configuration is wrong", message(failure), failure));
    }
    return Optional.of(defect(failure));
  }

  private static Refusal ofServer(SQLException sql) {
    if ("42501".equals(sql.getSQLState())) {
      return new Refusal(
          ExitCode.REFUSED,
          "the role lacks a right",
          message(sql),
          "connect as the role that owns the database (DATABASE_USER)",
          sql);
    }
    return new Refusal(
        ExitCode.UNREACHABLE,
        "the database stopped the run",
        message(sql),
        "run the same command again; nothing half-done was left behind",
        sql);
  }

  private static Refusal configuration(String what, String why, Throwable cause) {
    return new Refusal(
        ExitCode.USAGE,
        what,
        why,
        "correct the path or the file; config/migrator.yml shows all" + " fields",
        cause);
  }

  private static Refusal defect(Throwable failure) {
    return new Refusal(
        ExitCode.DEFECT,
        "the migrator failed in a way it should not",
        failure.getClass().getSimpleName() + ": " + message(failure),
        "run again with --verbose and report what it prints; options are listed by\n" + HELP,
        failure);
  }

  private static String message(Throwable failure) {
    return String.valueOf(failure.getMessage()).strip();
  }
}
