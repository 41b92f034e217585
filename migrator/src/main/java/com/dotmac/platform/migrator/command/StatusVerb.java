package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.changelog.Change;
import com.dotmac.platform.migrator.changelog.History;
import com.dotmac.platform.migrator.changelog.Standing;
import com.dotmac.platform.migrator.footprint.Rewrite;
import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.report.Report;
import com.dotmac.platform.migrator.target.Connector;
import com.dotmac.platform.migrator.target.Target;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import net.sourceforge.argparse4j.inf.Subparser;
import org.jspecify.annotations.Nullable;

/** {@code db status}: where the database stands. Reads, waits for nobody, and changes nothing. */
final class StatusVerb implements Verb {

  @Override
  public String name() {
    return "status";
  }

  @Override
  public String description() {
    return "Says where the database stands: exit code 0 current, 2 pending, 4 edited, 8 unmanaged.";
  }

  @Override
  public void configure(Subparser parser) {
    RewriteGuard.configureLimit(parser);
  }

  @Override
  public ExitCode run(Invocation invocation) throws SQLException {
    Target target = invocation.target();
    List<Change> changes = invocation.changelog().listed();
    try (Connection connection = Connector.open(target)) {
      Standing standing = Standing.of(changes, History.read(connection));
      if (!standing.strangers().isEmpty()) {
        throw Guard.unmanaged(target, standing.strangers());
      }
      List<Rewrite> rewrites =
          new RewriteGuard(invocation, "db migrate")
              .find(connection, standing.pending().stream().map(Change::id).toList());
      tell(standing, invocation.report());
      invocation.report().put("rewrites", rewrites);
      StatusLines.print(target, standing, rewrites, invocation.out());
      return exitCode(standing);
    }
  }

  private static void tell(Standing standing, Report report) {
    List<String> edited = standing.edited().stream().map(Change::id).toList();
    report.put("version", standing.version());
    report.put(
        "applied",
        standing.applied().stream()
            .map(
                entry ->
                    new Applied(entry.id(), entry.at(), entry.tag(), edited.contains(entry.id())))
            .toList());
    report.put("pending", standing.pending().stream().map(Change::id).toList());
    report.put("unknown", standing.unknown());
  }

  private static ExitCode exitCode(Standing standing) {
    if (!standing.edited().isEmpty()) {
      return ExitCode.EDITED;
    }
    return standing.pending().isEmpty() ? ExitCode.DONE : ExitCode.PENDING;
  }

  /** One applied change in the report. */
  private record Applied(String change, String at, @Nullable String tag, boolean edited) {}
}
