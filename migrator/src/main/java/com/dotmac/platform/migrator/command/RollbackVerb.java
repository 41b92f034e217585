package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.changelog.Engine;
import com.dotmac.platform.migrator.changelog.History;
import com.dotmac.platform.migrator.changelog.RollbackProgress;
import com.dotmac.platform.migrator.changelog.Standing;
import com.dotmac.platform.migrator.lock.DeploymentLock;
import com.dotmac.platform.migrator.lock.Ladder;
import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.report.Report;
import com.dotmac.platform.migrator.rollback.Loss;
import com.dotmac.platform.migrator.rollback.RollbackPlan;
import com.dotmac.platform.migrator.rollback.StakeCounter;
import com.dotmac.platform.migrator.target.Connector;
import com.dotmac.platform.migrator.target.Target;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import liquibase.exception.LiquibaseException;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/**
 * {@code db rollback}: takes applied changes back, the last one first. Says before what would be
 * lost, and destroys data only for whoever asked for that and named the database.
 */
final class RollbackVerb implements Verb {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration LOCK_PATIENCE = Duration.ofMinutes(2);

  @Override
  public String name() {
    return "rollback";
  }

  @Override
  public String description() {
    return "Takes back the changes applied last; says first which data would be lost.";
  }

  @Override
  public void configure(Subparser parser) {
    RollbackTarget.configure(parser);
    parser
        .addArgument("-n", "--dry-run")
        .action(Arguments.storeTrue())
        .dest("dry-run")
        .help("print the plan and the SQL that would run, and change nothing");
    parser
        .addArgument("--allow-data-loss")
        .action(Arguments.storeTrue())
        .dest("allow-data-loss")
        .help("take back also what destroys data; wants --confirm as well");
    parser
        .addArgument("--confirm")
        .metavar("DATABASE")
        .help("name of the database whose data may be lost");
  }

  @Override
  public ExitCode run(Invocation invocation) throws SQLException, LiquibaseException {
    Target target = invocation.target();
    if (dryRun(invocation.options())) {
      try (Connection connection = Connector.open(target)) {
        return preview(invocation, connection);
      }
    }
    Recorder recorder = new Recorder(name(), target, invocation.out());
    try (DeploymentLock lock = recorder.acquire(PATIENCE);
        Connection connection = lock.open()) {
      return recorder.recorded(lock, () -> rollback(invocation, lock, recorder, connection));
    }
  }

  private static ExitCode preview(Invocation invocation, Connection connection)
      throws SQLException, LiquibaseException {
    RollbackPlan plan = plan(invocation, connection);
    RollbackWords.tell(plan, invocation.target(), invocation.report(), "-- ");
    RollbackGuard.refuseBlocked(invocation.target(), plan);
    StringWriter sql = new StringWriter();
    if (!plan.steps().isEmpty()) {
      new Engine(invocation.changelog(), invocation.target().describe())
          .previewRollback(connection, plan.steps().size(), sql);
    }
    if (!invocation.report().json()) {
      invocation.out().print(sql);
    }
    invocation.report().put("sql", sql.toString());
    return ExitCode.DONE;
  }

  private static ExitCode rollback(
      Invocation invocation, DeploymentLock lock, Recorder recorder, Connection connection)
      throws SQLException, LiquibaseException {
    long start = System.nanoTime();
    Target target = invocation.target();
    Report report = invocation.report();
    List<Step> rolledBack = new ArrayList<>();
    report.put("rolled_back", rolledBack);
    RollbackPlan plan = plan(invocation, connection);
    RollbackWords.tell(plan, target, report, "");
    if (plan.steps().isEmpty()) {
      return ExitCode.DONE;
    }
    RollbackGuard.refuseBlocked(target, plan);
    boolean allowed = RollbackGuard.dataLossAllowed(invocation, plan);
    recorder.begin(lock);
    Ladder ladder =
        new Ladder(
            target.describe(), LOCK_TIMEOUT, LOCK_PATIENCE, lock::blockers, recorder::retried);
    new Engine(invocation.changelog(), target.describe())
        .rollback(
            connection,
            plan.steps().size(),
            new RollbackProgress() {
              @Override
              public void before(String id, Connection transaction) throws SQLException {
                lock.verify();
                if (!allowed) {
                  List<Loss> filled = StakeCounter.filled(transaction, plan.losses(id));
                  RollbackGuard.refuseFilled(target, id, filled);
                }
              }

              @Override
              public void rolledBack(String id, Duration took) {
                report.out().println(RollbackWords.line(id, plan, took));
                rolledBack.add(new Step(id, took.toMillis()));
                recorder.rolledBack(id, took);
              }
            },
            ladder);
    // Liquibase switched it off.
    connection.setAutoCommit(true);
    RollbackGuard.refuseDifferences(invocation, connection, plan);
    report
        .out()
        .println(RollbackWords.summary(plan, target, Duration.ofNanos(System.nanoTime() - start)));
    return ExitCode.DONE;
  }

  private static RollbackPlan plan(Invocation invocation, Connection connection)
      throws SQLException {
    History history = History.read(connection);
    Standing standing = Standing.of(invocation.changelog().changes(), history);
    Guard.refuseUnsafe(invocation.target(), standing);
    RollbackGuard.refuseAhead(invocation.target(), standing);
    RollbackGuard.refuseGaps(invocation.target(), standing, invocation.changelog());
    int staying = RollbackTarget.staying(invocation.options(), standing, connection);
    RollbackGuard.refuseOtherOrder(invocation.target(), standing, history, staying);
    invocation.report().put("from", standing.version());
    return RollbackPlan.of(connection, invocation.changelog(), standing.applied().size(), staying);
  }

  private static boolean dryRun(Namespace options) {
    return Boolean.TRUE.equals(options.getBoolean("dry-run"));
  }

  /** One change taken back, in the report. */
  private record Step(String change, long durationMs) {}
}
