package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.catalog.Catalog;
import com.dotmac.platform.migrator.catalog.CatalogReader;
import com.dotmac.platform.migrator.changelog.Change;
import com.dotmac.platform.migrator.changelog.History;
import com.dotmac.platform.migrator.changelog.Standing;
import com.dotmac.platform.migrator.drift.AllowList;
import com.dotmac.platform.migrator.drift.Finding;
import com.dotmac.platform.migrator.drift.RepairPlan;
import com.dotmac.platform.migrator.footprint.Footprints;
import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import com.dotmac.platform.migrator.target.Connector;
import com.dotmac.platform.migrator.target.Target;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import net.sourceforge.argparse4j.inf.Subparser;

/**
 * {@code db verify}: compares the schema with what the applied changes make, object by object.
 * Reads, waits for nobody, and changes nothing.
 */
final class VerifyVerb implements Verb {

  @Override
  public String name() {
    return "verify";
  }

  @Override
  public String description() {
    return "Compares the schema with what the changes make: exit code 0 equal, 3 drift.";
  }

  @Override
  public void configure(Subparser parser) {
    parser
        .addArgument("--allow")
        .metavar("FILE")
        .help("differences that are accepted for a while, with reason and last day (YAML)");
  }

  @Override
  public ExitCode run(Invocation invocation) throws SQLException {
    Target target = invocation.target();
    String file = invocation.options().getString("allow");
    AllowList allowed = file == null ? AllowList.EMPTY : AllowList.read(Path.of(file));
    List<Change> changes = invocation.changelog().changes();
    try (Connection connection = Connector.open(target)) {
      Standing standing = Standing.of(changes, History.read(connection));
      Guard.refuseUnsafe(target, standing);
      refuseAhead(target, standing);
      Catalog actual = CatalogReader.read(connection);
      Catalog expected = Footprints.of(invocation.changelog()).without(pending(standing), actual);
      List<Finding> findings =
          RepairPlan.findings(
              expected,
              actual,
              CatalogReader.dependencies(connection),
              CatalogReader.owner(connection));
      AllowList.Judgement judgement =
          allowed.judge(
              findings, LocalDate.ofInstant(invocation.report().started(), ZoneOffset.UTC));
      new DriftReport(target, standing, judgement).tell(invocation.report());
      return judgement.isClean() ? ExitCode.DONE : ExitCode.DRIFT;
    }
  }

  private static List<String> pending(Standing standing) {
    return standing.pending().stream().map(Change::id).toList();
  }

  private static void refuseAhead(Target target, Standing standing) {
    if (!standing.unknown().isEmpty()) {
      throw new Refusal(
          ExitCode.REFUSED,
          target.describe() + " is ahead of this migrator",
          "It has %s that this list lacks (last: %s), so what it should look like is not known here."
              .formatted(
                  Words.count(standing.unknown().size(), "change"),
                  standing.unknown().get(standing.unknown().size() - 1)),
          "run db verify of the release that made the last change",
          null);
    }
  }
}
