package com.dotmac.platform.migrator;

import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import io.dropwizard.configuration.ConfigurationException;
import java.io.FileNotFoundException;
import java.util.stream.Collectors;
import net.sourceforge.argparse4j.inf.ArgumentParserException;

/** Gives whatever was thrown the form of a refusal, so that every failure reads the same. */
final class Failures {
  private static final String HELP = "java -jar migrator.jar db --help";

  private Failures() {}

  /** The refusal to show for whatever was thrown. */
  static Refusal refusal(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof Refusal refusal) {
        return refusal;
      }
    }
    if (failure instanceof ArgumentParserException typo) {
      return new Refusal(
          ExitCode.USAGE, message(failure), typo.getParser().formatUsage(), HELP, failure);
    }
    if (failure instanceof FileNotFoundException || failure instanceof ConfigurationException) {
      return new Refusal(
          ExitCode.USAGE,
          "cannot read the configuration",
          message(failure),
          "correct the path or the file; config/migrator.yml explains every field",
          failure);
    }
    return defect(failure);
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
    return String.valueOf(failure.getMessage())
        .lines()
        .filter(line -> !line.isBlank())
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n"));
  }
}
