package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.runs.RecordedRun;
import com.dotmac.platform.migrator.target.Connector;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code db runs}: what migrators did to this database. Reads, and waits for nobody. */
final class RunsVerb implements Verb {
  private static final int DEFAULT_COUNT = 20;
  private static final int MOST = 10_000;

  @Override
  public String name() {
    return "runs";
  }

  @Override
  public String description() {
    return "Lists the last runs that changed the database or were refused, newest first.";
  }

  @Override
  public void configure(Subparser parser) {
    parser
        .addArgument("--last")
        .metavar("N")
        .type(Integer.class)
        .choices(Arguments.range(1, MOST))
        .setDefault(DEFAULT_COUNT)
        .help("how many (default: " + DEFAULT_COUNT + ")");
  }

  @Override
  public ExitCode run(Invocation invocation) throws SQLException {
    try (Connection connection = Connector.open(invocation.target())) {
      List<RecordedRun> runs = RecordedRun.last(connection, invocation.options().getInt("last"));
      invocation.report().put("runs", runs);
      runs.forEach(run -> invocation.out().println(line(run)));
      invocation
          .out()
          .println(
              Words.capital(invocation.target().describe())
                  + ": "
                  + Words.count(runs.size(), "run")
                  + " shown");
      return ExitCode.DONE;
    }
  }

  private static String line(RecordedRun run) {
    String outcome = run.outcome() == null ? "not ended" : run.outcome();
    String took =
        run.durationMs() == null ? "" : " in " + Words.seconds(Duration.ofMillis(run.durationMs()));
    String who = run.osUser() + "@" + run.host() + " as " + run.databaseRole();
    String with = run.version() == null ? "" : ", version " + run.version();
    String commit = run.commitId() == null ? "" : " (" + run.commitId() + ")";
    return "  "
        + run.startedAt()
        + "  "
        + run.verb()
        + ": "
        + outcome
        + took
        + counts(run)
        + "  by "
        + who
        + with
        + commit;
  }

  private static String counts(RecordedRun run) {
    return Stream.of(
            counted(run.applied(), "applied"),
            counted(run.rolledBack(), "rolled back"),
            counted(run.waits(), run.waits() == 1 ? "wait" : "waits"),
            counted(run.retries(), run.retries() == 1 ? "retry" : "retries"))
        .filter(text -> !text.isEmpty())
        .map(text -> ", " + text)
        .collect(Collectors.joining());
  }

  private static String counted(int number, String what) {
    return number == 0 ? "" : number + " " + what;
  }
}
