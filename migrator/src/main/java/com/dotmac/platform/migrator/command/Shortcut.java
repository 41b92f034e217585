package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.changelog.Change;
import com.dotmac.platform.migrator.changelog.Digest;
import com.dotmac.platform.migrator.changelog.Glance;
import com.dotmac.platform.migrator.changelog.Standing;
import com.dotmac.platform.migrator.outcome.Refusal;
import com.dotmac.platform.migrator.target.Connector;
import com.dotmac.platform.migrator.target.DefaultTarget;
import com.dotmac.platform.migrator.target.HeadStart;
import com.dotmac.platform.migrator.target.Target;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code db migrate} and {@code db status} when nothing is to be done, which is what
 * most runs find: one connection and one query, before Dropwizard and Liquibase are loaded.
 *
 * <p>Whatever is not plainly up to date it leaves to the long way, which knows how to say it: it
 * writes nothing and changes nothing then, but the connection that it has opened can be used.
 */
public final class Shortcut implements AutoCloseable {
  private final boolean answered;
  private final @Nullable Connection connection;

  private Shortcut(boolean answered, @Nullable Connection connection) {
    this.answered = answered;
    this.connection = connection;
  }

  /**
   * Tries it.
   *
   * @param environment variables, as of a process
   * @param out for the answer
   * @param args the command line
   */
  public static Shortcut take(Map<String, String> environment, PrintStream out, String... args) {
    boolean status = isPlain("status", args);
    if (!(status || isPlain("migrate", args)) || !DefaultTarget.isPlain()) {
      return new Shortcut(false, null);
    }
    HeadStart.begin();
    List<Change> changes = Digest.packaged();
    Connection connection = null;
    try {
      Target target = DefaultTarget.of(environment);
      connection = Connector.openBare(target);
      Standing standing = Standing.of(changes, Glance.read(connection));
      boolean current = !changes.isEmpty() && standing.isUpToDate();
      if (current && status) {
        StatusLines.print(target, standing, List.of(), out);
      } else if (current) {
        out.println(Words.upToDate(target, standing));
      }
      return new Shortcut(current, connection);
    } catch (SQLException | Refusal e) {
      return new Shortcut(false, connection);
    }
  }

  /** Whether the command line was answered; nothing was written when it was not. */
  public boolean answered() {
    return answered;
  }

  /** A connection that is still of use, or {@code null}. It is closed together with this. */
  public @Nullable Connection connection() {
    return connection;
  }

  /** Closes the connection. */
  @Override
  public void close() {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        // The process ends anyway, and the server then drops what it could not be told about.
        return;
      }
    }
  }

  private static boolean isPlain(String verb, String... args) {
    return args.length == 2 && args[0].equals("db") && args[1].equals(verb);
  }
}
