package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.changelog.Change;
import com.dotmac.platform.migrator.changelog.Engine;
import com.dotmac.platform.migrator.changelog.History;
import com.dotmac.platform.migrator.changelog.Standing;
import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.target.Connector;
import com.dotmac.platform.migrator.target.Target;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import liquibase.exception.LiquibaseException;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code db migrate}: brings the database to the last change of the list. */
final class MigrateVerb implements Verb {
  private static final int PATIENCE_SECONDS = 300;
  private static final String LOCK_TIMEOUT = "lock-timeout";
  private static final int LOCK_TIMEOUT_SECONDS = 2;
  private static final String LOCK_PATIENCE = "lock-patience";
  private static final int LOCK_PATIENCE_SECONDS = 120;
  private static final int MOST_SECONDS = 86_400;

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
        .addArgument("--to")
        .metavar("VERSION")
        .help("the last change to apply (default: the last of the list)");
    parser
        .addArgument("--wait")
        .metavar("SECONDS")
        .type(Integer.class)
        .setDefault(PATIENCE_SECONDS)
        .help("how long to wait for another migrator (default: " + PATIENCE_SECONDS + ")");
    RewriteGuard.configure(parser);
    parser
        .addArgument("--" + LOCK_TIMEOUT)
        .metavar("SECONDS")
        .type(Integer.class)
        .choices(Arguments.range(1, MOST_SECONDS))
        .setDefault(LOCK_TIMEOUT_SECONDS)
        .dest(LOCK_TIMEOUT)
        .help(
            "how long one attempt of a change waits for a table that others use (default: "
                + LOCK_TIMEOUT_SECONDS
                + ")");
    parser
        .addArgument("--" + LOCK_PATIENCE)
        .metavar("SECONDS")
        .type(Integer.class)
        .choices(Arguments.range(0, MOST_SECONDS))
        .setDefault(LOCK_PATIENCE_SECONDS)
        .dest(LOCK_PATIENCE)
        .help(
            "how long such a change is tried again, pauses included (default: "
                + LOCK_PATIENCE_SECONDS
                + ")");
  }

  @Override
  public ExitCode run(Invocation invocation) throws SQLException, LiquibaseException {
    if (Boolean.TRUE.equals(invocation.options().getBoolean("dry-run"))) {
      return preview(invocation);
    }
    return new MigrateRun(invocation, seconds(invocation, "wait"))
        .perform(seconds(invocation, LOCK_TIMEOUT), seconds(invocation, LOCK_PATIENCE));
  }

  private static Duration seconds(Invocation invocation, String option) {
    return Duration.ofSeconds(invocation.options().getInt(option));
  }

  private static ExitCode preview(Invocation invocation) throws SQLException, LiquibaseException {
    Target target = invocation.target();
    List<Change> changes = invocation.changelog().changes();
    try (Connection connection = Connector.open(target)) {
      Standing standing = Standing.of(changes, History.read(connection));
      Guard.refuseUnsafe(target, standing);
      List<Change> wanted = MigrateTarget.wanted(invocation, changes, standing);
      if (wanted.isEmpty()) {
        invocation.out().println("-- " + MigrateRun.nothingToDo(target, standing));
        invocation.report().put("sql", "");
        return ExitCode.DONE;
      }
      RewriteGuard guard = new RewriteGuard(invocation, "db migrate");
      guard.remark(guard.find(connection, wanted.stream().map(Change::id).toList()));
      StringWriter sql = new StringWriter();
      new Engine(invocation.changelog(), target.describe()).preview(connection, wanted.size(), sql);
      if (!invocation.report().json()) {
        invocation.out().print(sql);
      }
      invocation.report().put("sql", sql.toString());
      return ExitCode.DONE;
    }
  }
}
