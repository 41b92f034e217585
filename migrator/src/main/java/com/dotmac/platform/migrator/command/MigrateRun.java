package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.changelog.Change;
import com.dotmac.platform.migrator.changelog.Changelog;
import com.dotmac.platform.migrator.changelog.Engine;
import com.dotmac.platform.migrator.changelog.History;
import com.dotmac.platform.migrator.changelog.Progress;
import com.dotmac.platform.migrator.changelog.Standing;
import com.dotmac.platform.migrator.lock.DeploymentLock;
import com.dotmac.platform.migrator.lock.Ladder;
import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.report.Report;
import com.dotmac.platform.migrator.target.Target;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import liquibase.exception.LiquibaseException;

/** One {@code db migrate} that may change the database: takes the lock, applies, tells, records. */
final class MigrateRun {
  private final Invocation invocation;
  private final Target target;
  private final Changelog changelog;
  private final Report report;
  private final PrintStream out;
  private final Duration patience;
  private final Recorder recorder;
  private final RewriteGuard rewrites;
  private final List<Applied> applied = new ArrayList<>();
  // What an empty database is filled with comes from the changes themselves.
  private boolean used;
  private final long start = System.nanoTime();

  /**
   * A run that has not begun.
   *
   * @param patience how long to wait for another migrator
   */
  MigrateRun(Invocation invocation, Duration patience) {
    this.invocation = invocation;
    target = invocation.target();
    changelog = invocation.changelog();
    report = invocation.report();
    out = report.out();
    this.patience = patience;
    recorder = new Recorder("migrate", target, out);
    rewrites = new RewriteGuard(invocation, "db migrate");
  }

  /**
   * Performs it.
   *
   * @param lockTimeout how long one attempt of a change waits for a lock
   * @param lockPatience how long a change is tried again
   */
  ExitCode perform(Duration lockTimeout, Duration lockPatience)
      throws SQLException, LiquibaseException {
    report.put("applied", applied);
    List<Change> changes = changelog.listed();
    try (DeploymentLock lock = recorder.acquire(patience, invocation.lent());
        Connection connection = lock.open()) {
      return recorder.recorded(
          lock,
          () -> {
            Standing standing = Standing.of(changes, History.read(connection));
            Guard.refuseUnsafe(target, standing);
            report.put("from", standing.version());
            report.put("to", standing.version());
            List<Change> wanted = MigrateTarget.wanted(invocation, changes, standing);
            if (wanted.isEmpty()) {
              out.println(nothingToDo(target, standing));
              return ExitCode.DONE;
            }
            Guard.refuseWithoutRights(target, connection);
            used = standing.version() != null;
            rewrites.tellAndRefuse(
                used
                    ? rewrites.find(connection, wanted.stream().map(Change::id).toList())
                    : List.of());
            recorder.begin(lock);
            Ladder ladder =
                new Ladder(
                    target.describe(),
                    lockTimeout,
                    lockPatience,
                    lock::blockers,
                    recorder::retried);
            new Engine(changelog.quick(), target.describe())
                .apply(connection, wanted.size(), progress(lock, connection, wanted), ladder);
            tellSummary(wanted);
            return ExitCode.DONE;
          });
    }
  }

  private Progress progress(DeploymentLock lock, Connection connection, List<Change> wanted) {
    int width = wanted.stream().mapToInt(it -> it.id().length()).max().orElse(0);
    return new Progress() {
      @Override
      public void starting(String id) {
        lock.verify();
        if (used) {
          rewrites.refuseAtLast(connection, id);
        }
      }

      @Override
      public void cleaned(String id, String what) {
        recorder.cleaned(id, what);
      }

      @Override
      public void applied(String id, Duration took) {
        out.println(line(id, width, took));
        applied.add(new Applied(id, took.toMillis()));
        report.put("to", id);
        recorder.applied(id, took);
      }
    };
  }

  private void tellSummary(List<Change> wanted) {
    out.printf(
        "%s is at %s: %s applied in %s%n",
        Words.capital(target.describe()),
        wanted.get(wanted.size() - 1).id(),
        Words.count(wanted.size(), "change"),
        Words.seconds(Duration.ofNanos(System.nanoTime() - start)));
  }

  private static String line(String id, int width, Duration took) {
    return "  " + id + " ".repeat(Math.max(0, width - id.length())) + Words.step(took);
  }

  /** What to say of a database that has every change of the list. */
  static String nothingToDo(Target target, Standing standing) {
    if (!standing.unknown().isEmpty()) {
      return "%s is ahead of this migrator by %s (last: %s); nothing to do"
          .formatted(
              Words.capital(target.describe()),
              Words.count(standing.unknown().size(), "change"),
              standing.unknown().get(standing.unknown().size() - 1));
    }
    return standing.pending().isEmpty()
        ? Words.upToDate(target, standing)
        : Words.capital(target.describe()) + " is at " + standing.version() + "; nothing to do";
  }

  /** One applied change in the report. */
  private record Applied(String change, long durationMs) {}
}
