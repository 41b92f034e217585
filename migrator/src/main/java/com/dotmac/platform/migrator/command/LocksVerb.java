package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.lock.Blocker;
import com.dotmac.platform.migrator.lock.LockRow;
import com.dotmac.platform.migrator.lock.LockState;
import com.dotmac.platform.migrator.lock.Release;
import com.dotmac.platform.migrator.lock.Session;
import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.report.Report;
import com.dotmac.platform.migrator.target.Connector;
import com.dotmac.platform.migrator.target.Target;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code db locks}: who may change the database now, and who waits for whom. */
final class LocksVerb implements Verb {
  private static final int SILENCE_SECONDS = 60;
  private static final int LEAST_SILENCE_SECONDS = 2;
  private static final int MOST_SILENCE_SECONDS = 86_400;

  @Override
  public String name() {
    return "locks";
  }

  @Override
  public String description() {
    return "Shows who holds the deployment lock and what for; --release takes it from one that is gone.";
  }

  @Override
  public void configure(Subparser parser) {
    parser
        .addArgument("--release")
        .action(Arguments.storeTrue())
        .help("take the lock from a migrator whose client is gone; refused while it lives");
    parser
        .addArgument("--silence")
        .metavar("SECONDS")
        .type(Integer.class)
        .choices(Arguments.range(LEAST_SILENCE_SECONDS, MOST_SILENCE_SECONDS))
        .setDefault(SILENCE_SECONDS)
        .help("how long it must have given no sign of life (default: " + SILENCE_SECONDS + ")");
  }

  @Override
  public ExitCode run(Invocation invocation) throws SQLException {
    Target target = invocation.target();
    Report report = invocation.report();
    PrintStream out = invocation.out();
    try (Connection connection = Connector.open(target)) {
      tell(LockState.read(connection), target, report, out);
      if (Boolean.TRUE.equals(invocation.options().getBoolean("release"))) {
        Duration silence = Duration.ofSeconds(invocation.options().getInt("silence"));
        List<String> done = Release.attempt(target, connection, silence);
        report.put("released", done);
        done.forEach(out::println);
        out.println(done.isEmpty() ? "There is nothing to release" : "The lock is free");
      }
      return ExitCode.DONE;
    }
  }

  private static void tell(LockState state, Target target, Report report, PrintStream out) {
    Session holder = state.holder();
    LockRow row = state.row();
    report.put("holder", holder);
    report.put("working", state.working());
    report.put("waiting", state.waiting());
    report.put("row", row);
    if (holder == null) {
      out.println("The deployment lock of " + target.describe() + " is free");
    } else {
      out.println("The deployment lock of " + target.describe() + " is held");
      out.println("  holder   " + holder.describe());
    }
    for (LockState.Work work : state.working()) {
      out.println((holder == null ? "  orphan   " : "  works    ") + work.session().describe());
      for (Blocker blocker : work.blockers()) {
        out.println("    waits for   " + blocker.description());
      }
      for (Session blocked : work.blocked()) {
        out.println("    keeps back  " + blocked.describe());
      }
    }
    state.waiting().forEach(session -> out.println("  waits    " + session.describe()));
    if (row.locked()) {
      out.println("  Liquibase's lock row is set by " + row.by() + " since " + row.since());
    }
  }
}
