package com.dotmac.platform.migrator;

import com.dotmac.platform.migrator.command.Shortcut;
import java.io.PrintStream;
import java.util.Map;

/**
 * Where the process begins: first the shortcut for a run that finds nothing to do, then everything
 * else.
 */
public final class Main {
  private Main() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(execute(System.getenv(), System.out, System.err, args));
  }

  /**
   * Runs a command line inside this process and never ends it.
   *
   * @param environment variables, as of a process
   * @param out for what was asked for
   * @param err for messages about the run
   * @param args the command line
   * @return the number of an {@link com.dotmac.platform.migrator.outcome.ExitCode}
   */
  public static int execute(
      Map<String, String> environment, PrintStream out, PrintStream err, String... args) {
    try (Shortcut shortcut = Shortcut.take(environment, out, args)) {
      if (shortcut.answered()) {
        out.flush();
        return 0;
      }
      return CommandLine.execute(environment, out, err, shortcut.connection(), args);
    }
  }
}
