package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.catalog.CatalogObject;
import com.dotmac.platform.migrator.changelog.History;
import com.dotmac.platform.migrator.changelog.Standing;
import com.dotmac.platform.migrator.footprint.Footprints;
import com.dotmac.platform.migrator.lock.DeploymentLock;
import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import com.dotmac.platform.migrator.rollback.Demolition;
import com.dotmac.platform.migrator.target.Target;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import liquibase.exception.LiquibaseException;
import net.sourceforge.argparse4j.inf.Subparser;

/**
 * {@code db drop-all}: drops what the changes made, with all rows, and the history; the record of
 * runs stays. Meant for databases of development: refused where the application is connected.
 */
final class DropAllVerb implements Verb {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Override
  public String name() {
    return "drop-all";
  }

  @Override
  public String description() {
    return "Drops everything that the changes made, with all data; the roles stay.";
  }

  @Override
  public void configure(Subparser parser) {
    parser
        .addArgument("--confirm")
        .metavar("DATABASE")
        .help("name of the database, so that it cannot be another one by mistake");
  }

  @Override
  public ExitCode run(Invocation invocation) throws SQLException, LiquibaseException {
    Target target = invocation.target();
    refuseUnlessConfirmed(invocation);
    Footprints footprints = Footprints.of(invocation.changelog());
    Recorder recorder = new Recorder(name(), target, invocation.err());
    try (DeploymentLock lock = recorder.acquire(PATIENCE);
        Connection connection = lock.open()) {
      return recorder.recorded(
          lock,
          () -> {
            refuseOthers(invocation, connection);
            Demolition demolition = new Demolition(connection, footprints, target.describe());
            demolition.refuseInUse();
            recorder.begin(lock);
            tell(invocation, demolition.run());
            return ExitCode.DONE;
          });
    }
  }

  private static void refuseOthers(Invocation invocation, Connection connection)
      throws SQLException {
    Standing standing = Standing.of(invocation.changelog().changes(), History.read(connection));
    if (!standing.strangers().isEmpty()) {
      throw Guard.unmanaged(invocation.target(), standing.strangers());
    }
    RollbackGuard.refuseAhead(invocation.target(), standing);
  }

  private static void tell(Invocation invocation, List<CatalogObject> dropped) {
    invocation.report().put("dropped", dropped.stream().map(CatalogObject::identity).toList());
    dropped.forEach(object -> invocation.out().println("  " + object.identity()));
    invocation
        .out()
        .printf(
            "%s is empty: %s dropped%n",
            Words.capital(invocation.target().describe()), Words.count(dropped.size(), "object"));
  }

  private static void refuseUnlessConfirmed(Invocation invocation) {
    String database = invocation.target().database();
    if (!database.equals(invocation.options().getString("confirm"))) {
      throw new Refusal(
          ExitCode.REFUSED,
          "db drop-all was not confirmed for " + invocation.target().describe(),
          "It drops every table that the changes made, with all rows. Nothing was changed.",
          "say which database is meant: --confirm " + database,
          null);
    }
  }
}
