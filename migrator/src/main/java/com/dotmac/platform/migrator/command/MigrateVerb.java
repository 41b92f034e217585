package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.changelog.Change;
import com.dotmac.platform.migrator.changelog.Changelog;
import com.dotmac.platform.migrator.changelog.Engine;
import com.dotmac.platform.migrator.changelog.History;
import com.dotmac.platform.migrator.changelog.Standing;
import com.dotmac.platform.migrator.lock.DeploymentLock;
import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.report.Report;
import com.dotmac.platform.migrator.target.Connector;
import com.dotmac.platform.migrator.target.Target;
import java.io.PrintStream;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import liquibase.exception.LiquibaseException;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code db migrate}: brings the database to the last change of the list. */
final class MigrateVerb implements Verb {
  private static final int PATIENCE_SECONDS = 300;

  @Override
  public String name() {
    return "migrate";
  }

  @Override
  public String description() {
    return "Applies every pending change; safe to run again, and by many at once.";
  }

  @Override
  public void configure(Subparser parser) {
    parser
        .addArgument("-n", "--dry-run")
        .action(Arguments.storeTrue())
        .dest("dry-run")
        .help("print the SQL that would run, and change nothing");
    parser
        .addArgument("--wait")
        .metavar("SECONDS")
        .type(Integer.class)
        .setDefault(PATIENCE_SECONDS)
        .help("how long to wait for another migrator (default: " + PATIENCE_SECONDS + ")");
  }

  @Override
  public ExitCode run(Invocation invocation) throws SQLException, LiquibaseException {
    if (Boolean.TRUE.equals(invocation.options().getBoolean("dry-run"))) {
      return preview(invocation);
    }
    Duration patience = Duration.ofSeconds(invocation.options().getInt("wait"));
    return migrate(invocation.target(), invocation.changelog(), patience, invocation.report());
  }

  @SuppressWarnings("try") // The lock is held, not spoken to.
  private static ExitCode migrate(
      Target target, Changelog changelog, Duration patience, Report report)
      throws SQLException, LiquibaseException {
    long start = System.nanoTime();
    PrintStream out = report.out();
    List<Step> applied = new ArrayList<>();
    report.put("applied", applied);
    List<Change> changes = changelog.changes();
    try (DeploymentLock lock = DeploymentLock.acquire(target, patience, out::println);
        Connection connection = Connector.open(target)) {
      Standing standing = Standing.of(changes, History.read(connection));
      Guard.refuseUnsafe(target, standing);
      report.put("from", standing.version());
      report.put("to", standing.version());
      if (standing.pending().isEmpty()) {
        out.println(nothingToDo(target, standing));
        return ExitCode.DONE;
      }
      Guard.refuseWithoutRights(target, connection);
      int width = width(standing.pending());
      new Engine(changelog, target.describe())
          .apply(
              connection,
              (id, took) -> {
                out.println(line(id, width, took));
                applied.add(new Step(id, took.toMillis()));
                report.put("to", id);
              });
      out.printf(
          "%s is at %s: %s applied in %s%n",
          Words.capital(target.describe()),
          changes.get(changes.size() - 1).id(),
          Words.count(standing.pending().size(), "change"),
          Words.seconds(Duration.ofNanos(System.nanoTime() - start)));
      return ExitCode.DONE;
    }
  }

  private static int width(List<Change> pending) {
    return pending.stream().mapToInt(change -> change.id().length()).max().orElse(0);
  }

  private static String line(String id, int width, Duration took) {
    return "  " + id + " ".repeat(Math.max(0, width - id.length())) + Words.step(took);
  }

  private static ExitCode preview(Invocation invocation) throws SQLException, LiquibaseException {
    Target target = invocation.target();
    List<Change> changes = invocation.changelog().changes();
    try (Connection connection = Connector.open(target)) {
      Standing standing = Standing.of(changes, History.read(connection));
      Guard.refuseUnsafe(target, standing);
      if (standing.pending().isEmpty()) {
        invocation.out().println("-- " + nothingToDo(target, standing));
        invocation.report().put("sql", "");
        return ExitCode.DONE;
      }
      StringWriter sql = new StringWriter();
      new Engine(invocation.changelog(), target.describe()).preview(connection, sql);
      if (!invocation.report().json()) {
        invocation.out().print(sql);
      }
      invocation.report().put("sql", sql.toString());
      return ExitCode.DONE;
    }
  }

  private static String nothingToDo(Target target, Standing standing) {
    String where = Words.capital(target.describe());
    if (!standing.unknown().isEmpty()) {
      return "%s is ahead of this migrator by %s (last: %s); nothing to do"
          .formatted(
              where,
              Words.count(standing.unknown().size(), "change"),
              standing.unknown().get(standing.unknown().size() - 1));
    }
    return where + " is up to date at " + standing.version() + "; nothing to do";
  }

  /** One applied change in the report. */
  private record Step(String change, long durationMs) {}
}
