package com.dotmac.platform.app;

import com.dotmac.platform.app.schema.SchemaRefusedException;
import com.dotmac.platform.domain.shared.DomainException;
import io.dropwizard.configuration.ConfigurationException;
import java.io.FileNotFoundException;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.stream.Stream;
import net.sourceforge.argparse4j.inf.ArgumentParserException;

/**
 * Tells an operator why a command failed: one message for what he can mend, the whole story for
 * what he cannot.
 */
public final class StartFailure {

  private static final int USAGE = 64;
  private static final int OTHER = 1;

  private StartFailure() {}

  /**
   * Writes the failure.
   *
   * @param failure what happened
   * @param err where to write
   */
  public static void print(Throwable failure, PrintWriter err) {
    Optional<String> message = message(failure);
    if (message.isPresent()) {
      err.println(message.get());
    } else {
      failure.printStackTrace(err);
    }
    err.flush();
  }

  /**
   * Exit code of a failure: its own, 64 for a wrong command line or configuration, else 1.
   *
   * @param failure what happened
   */
  static int exitCode(Throwable failure) {
    return causes(failure)
        .mapToInt(StartFailure::ownCode)
        .filter(code -> code != OTHER)
        .findFirst()
        .orElse(OTHER);
  }

  private static int ownCode(Throwable cause) {
    if (cause instanceof SchemaRefusedException refused) {
      return refused.exitCode();
    }
    if (cause instanceof CommandFailedException failed) {
      return failed.exitCode();
    }
    return cause instanceof ArgumentParserException
            || cause instanceof ConfigurationException
            || isMissingFile(cause)
        ? USAGE
        : OTHER;
  }

  private static boolean isMissingFile(Throwable cause) {
    return cause instanceof FileNotFoundException || cause instanceof NoSuchFileException;
  }

  private static Optional<String> message(Throwable failure) {
    return causes(failure).flatMap(cause -> known(cause).stream()).findFirst();
  }

  private static Optional<String> known(Throwable cause) {
    if (cause instanceof SchemaRefusedException
        || cause instanceof CommandFailedException
        || cause instanceof DomainException
        || cause instanceof ConfigurationException) {
      return Optional.of(String.valueOf(cause.getMessage()).strip());
    }
    if (isMissingFile(cause)) {
      return Optional.of("The configuration file cannot be read: " + cause.getMessage());
    }
    if (cause instanceof BindException) {
      return Optional.of(
          "A port is in use by another program ("
              + cause.getMessage()
              + "). Set PORT and ADMIN_PORT, or stop it.");
    }
    return Optional.empty();
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }
}
