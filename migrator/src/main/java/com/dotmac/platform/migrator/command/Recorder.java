package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.changelog.QuietLiquibase;
import com.dotmac.platform.migrator.lock.DeploymentLock;
import com.dotmac.platform.migrator.lock.Witness;
import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import com.dotmac.platform.migrator.runs.RunLog;
import com.dotmac.platform.migrator.runs.Step;
import com.dotmac.platform.migrator.target.Connector;
import com.dotmac.platform.migrator.target.Opening;
import com.dotmac.platform.migrator.target.Target;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * Says what happens in a run of a verb under the deployment lock, and records it in the database:
 * one call for both, so that the two cannot differ.
 *
 * <p>A run that changes nothing and is not refused leaves no record.
 */
final class Recorder implements Witness {
  private final String verb;
  private final Target target;
  private final PrintStream out;
  private final List<Step> before = new CopyOnWriteArrayList<>();
  private volatile @Nullable RunLog log;

  Recorder(String verb, Target target, PrintStream out) {
    this.verb = verb;
    this.target = target;
    this.out = out;
  }

  /** Takes the lock; a wait in vain is recorded where runs are. */
  DeploymentLock acquire(Duration patience) throws SQLException {
    return acquire(patience, null);
  }

  /**
   * The same.
   *
   * @param lent used instead of opening a connection, unless {@code null}
   */
  DeploymentLock acquire(Duration patience, @Nullable Connection lent) throws SQLException {
    // One of two connections is made while Liquibase is made ready, which needs none.
    try (Opening other = Opening.of(target)) {
      QuietLiquibase.prepare();
      Connection open = lent == null ? Connector.open(target) : Connector.ready(target, lent);
      return DeploymentLock.acquire(target, open, other, patience, this);
    } catch (Refusal e) {
      if (e.exitCode() == ExitCode.LOCKED) {
        try (Connection connection = Connector.open(target)) {
          end(RunLog.beginWhereKept(connection, verb), e.exitCode(), e.text());
        }
      }
      throw e;
    }
  }

  /** Says that the run is about to change the database. */
  void begin(DeploymentLock lock) {
    RunLog begun =
        RunLog.begin(
            lock.connection(),
            verb,
            trouble -> {
              lock.doubt();
              out.println(trouble);
            });
    before.forEach(begun::add);
    log = begun;
  }

  /** Does the work, and records how it ended. */
  ExitCode recorded(DeploymentLock lock, Work work) throws SQLException, LiquibaseException {
    try {
      ExitCode outcome = work.run();
      RunLog begun = log;
      if (begun != null) {
        begun.end(outcome, null);
      }
      return outcome;
    } catch (Refusal e) {
      fail(lock, e.exitCode(), e.text());
      throw e;
    } catch (SQLException | LiquibaseException e) {
      fail(lock, ExitCode.UNREACHABLE, String.valueOf(e.getMessage()));
      throw e;
    } catch (RuntimeException e) {
      fail(lock, ExitCode.DEFECT, String.valueOf(e));
      throw e;
    }
  }

  private void fail(DeploymentLock lock, ExitCode outcome, String why) {
    RunLog begun = log;
    end(begun == null ? RunLog.beginWhereKept(lock.connection(), verb) : begun, outcome, why);
  }

  private void end(RunLog run, ExitCode outcome, String why) {
    if (log == null) {
      before.forEach(run::add);
    }
    run.end(outcome, why);
  }

  @Override
  public void waiting(String line) {
    out.println(line);
    add(new Step(Step.Kind.WAIT, null, null, line.strip()));
  }

  @Override
  public void notice(String line) {
    out.println(line);
  }

  /** A change is tried again. */
  void retried(String line) {
    out.println(line);
    add(new Step(Step.Kind.RETRY, null, null, line.strip()));
  }

  /** What a killed run left was cleaned away. */
  void cleaned(String change, String what) {
    out.println("  " + change + ": " + what);
    add(new Step(Step.Kind.CLEAN, change, null, what));
  }

  /** A change is applied; the line for people is the caller's. */
  void applied(String change, Duration took) {
    add(Step.applied(change, took));
  }

  /** A change was adopted: stamped, completed or run; the line for people is the caller's. */
  void adopted(String change, String what) {
    Step.Kind kind = what.equals("run") ? Step.Kind.APPLY : Step.Kind.ADOPT;
    add(new Step(kind, change, null, what));
  }

  /** A change is taken back; the line for people is the caller's. */
  void rolledBack(String change, Duration took) {
    add(Step.rolledBack(change, took));
  }

  private void add(Step step) {
    RunLog begun = log;
    if (begun == null) {
      before.add(step);
    } else {
      begun.add(step);
    }
  }

  /** What is recorded. */
  interface Work {
    ExitCode run() throws SQLException, LiquibaseException;
  }
}
