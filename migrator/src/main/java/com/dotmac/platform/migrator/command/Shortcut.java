package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.changelog.Change;
import com.dotmac.platform.migrator.changelog.Digest;
import com.dotmac.platform.migrator.changelog.Glance;
import com.dotmac.platform.migrator.changelog.Standing;
import com.dotmac.platform.migrator.outcome.Refusal;
import com.dotmac.platform.migrator.target.Connector;
import com.dotmac.platform.migrator.target.DefaultTarget;
import com.dotmac.platform.migrator.target.Target;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * {@code db migrate} and {@code db status} on a database that is up to date, which is how most runs
 * end: one connection and one query, before Dropwizard, Jackson, argparse4j, Logback or Liquibase
 * is loaded.
 *
 * <p>It knows one answer only. Whatever is not plainly up to date goes the long way, which words
 * every other answer and every refusal.
 */
public final class Shortcut {
  private Shortcut() {}

  /**
   * Whether the command line was answered; nothing was written when it was not.
   *
   * @param environment variables, as of a process
   * @param out for the answer
   * @param args the command line
   */
  public static boolean answers(Map<String, String> environment, PrintStream out, String... args) {
    boolean status = isPlain("status", args);
    if (!(status || isPlain("migrate", args)) || !DefaultTarget.isPlain()) {
      return false;
    }
    List<Change> changes = Digest.packaged();
    try {
      Target target = DefaultTarget.of(environment);
      try (Connection connection = Connector.openBare(target)) {
        Standing standing = Standing.of(changes, Glance.read(connection));
        if (changes.isEmpty() || !standing.isUpToDate()) {
          return false;
        }
        if (status) {
          StatusLines.print(target, standing, List.of(), out);
        } else {
          out.println(Words.upToDate(target, standing));
        }
        return true;
      }
    } catch (SQLException | Refusal e) {
      return false;
    }
  }

  private static boolean isPlain(String verb, String... args) {
    return args.length == 2 && args[0].equals("db") && args[1].equals(verb);
  }
}
