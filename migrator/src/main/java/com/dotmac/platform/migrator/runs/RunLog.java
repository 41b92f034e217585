package com.dotmac.platform.migrator.runs;

import com.dotmac.platform.migrator.outcome.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The record of one run, written while it goes: a run that is killed leaves its beginning and what
 * it had done.
 *
 * <p>Written on a connection that is not the one of the work, so that what is rolled back there
 * stays told here. A record that cannot be written is noted once and changes nothing else: what the
 * run has to say is more important. Safe for use by several threads.
 */
public final class RunLog {
  private static final String BEGIN =
      "INSERT INTO public.migration_runs (id, verb, os_user, host, version, commit_id)"
          + " VALUES (?, ?, ?, ?, ?, ?)";

  private static final String STEP =
      "INSERT INTO public.migration_steps"
          + " (run_id, number, kind, change_id, duration_ms, outcome, detail)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?)";

  private static final String KEPT = "SELECT to_regclass('public.migration_steps') IS NOT NULL";

  private final UUID id = UUID.randomUUID();
  private final long started = System.nanoTime();
  private final Consumer<String> notice;
  private @Nullable Connection connection;
  private int number;

  private RunLog(Connection connection, Consumer<String> notice) {
    this.connection = connection;
    this.notice = notice;
  }

  /**
   * Begins the record of a run that is about to change the database, and makes the tables for it
   * where they are missing.
   *
   * @param connection in autocommit mode, not the one of the work; stays open until the end
   * @param verb as on the command line
   * @param notice told once when the record cannot be written
   */
  public static RunLog begin(Connection connection, String verb, Consumer<String> notice) {
    RunLog log = new RunLog(connection, notice);
    log.write(
        open -> {
          if (!kept(open)) {
            run(open, "tables.sql");
          }
          log.insertRun(open, verb);
        });
    return log;
  }

  /**
   * Begins the record of a run that changes nothing, such as one that is refused: only where runs
   * are recorded already. A database that is not ours gets no table from us.
   *
   * @param connection in autocommit mode; stays open until the end
   * @param verb as on the command line
   */
  public static RunLog beginWhereKept(Connection connection, String verb) {
    RunLog log = new RunLog(connection, nobody -> {});
    log.write(
        open -> {
          if (kept(open)) {
            log.insertRun(open, verb);
          } else {
            log.connection = null;
          }
        });
    return log;
  }

  /** Names this run, in the tables and in reports. */
  public UUID id() {
    return id;
  }

  /** Adds what happened. */
  public void add(Step step) {
    write(open -> insertStep(open, step, null));
  }

  /**
   * Adds how the run ended; nothing is added after it. Lets the application read the record.
   *
   * @param why the reason in words for people; {@code null} when all was done
   */
  public void end(ExitCode outcome, @Nullable String why) {
    Duration took = Duration.ofNanos(System.nanoTime() - started);
    Step end = new Step(Step.Kind.END, null, took, why);
    write(open -> insertStep(open, end, outcome.name().toLowerCase(Locale.ROOT)));
    write(open -> run(open, "readers.sql"));
    write(open -> connection = null);
  }

  private synchronized void write(Work work) {
    Connection open = connection;
    if (open == null) {
      return;
    }
    try {
      work.on(open);
    } catch (SQLException e) {
      connection = null;
      notice.accept("The record of this run cannot be written: " + e.getMessage());
    }
  }

  private void insertRun(Connection open, String verb) throws SQLException {
    Build build = Build.current();
    try (PreparedStatement row = open.prepareStatement(BEGIN)) {
      row.setObject(1, id);
      row.setString(2, verb);
      row.setString(3, System.getProperty("user.name"));
      row.setString(4, hostName());
      row.setString(5, build.version());
      row.setString(6, build.commit());
      row.executeUpdate();
    }
  }

  private void insertStep(Connection open, Step step, @Nullable String outcome)
      throws SQLException {
    try (PreparedStatement row = open.prepareStatement(STEP)) {
      row.setObject(1, id);
      row.setInt(2, ++number);
      row.setString(3, step.kind().word());
      row.setString(4, step.change());
      Duration took = step.took();
      row.setObject(5, took == null ? null : took.toMillis(), java.sql.Types.BIGINT);
      row.setString(6, outcome);
      row.setString(7, step.detail());
      row.executeUpdate();
    }
  }

  static boolean kept(Connection open) throws SQLException {
    try (Statement statement = open.createStatement();
        ResultSet row = statement.executeQuery(KEPT)) {
      return row.next() && row.getBoolean(1);
    }
  }

  private static void run(Connection open, String name) throws SQLException {
    try (InputStream file = RunLog.class.getResourceAsStream(name);
        Statement statement = open.createStatement()) {
      if (file == null) {
        throw new IllegalStateException("This jar lacks " + name);
      }
      statement.execute(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable String hostName() {
    String named = System.getenv("HOSTNAME");
    if (named != null && !named.isBlank()) {
      return named;
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return null;
    }
  }

  private interface Work {
    void on(Connection open) throws SQLException;
  }
}
