package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.catalog.CatalogReader;
import com.dotmac.platform.migrator.changelog.History;
import com.dotmac.platform.migrator.changelog.Standing;
import com.dotmac.platform.migrator.footprint.Footprints;
import com.dotmac.platform.migrator.lock.DeploymentLock;
import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.roles.Finding;
import com.dotmac.platform.migrator.roles.RoleCheck;
import com.dotmac.platform.migrator.roles.RoleState;
import com.dotmac.platform.migrator.target.Connector;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Subparser;

/**
 * {@code db roles}: says which role is missing, too strong, or lacks a right that the changes give;
 * with {@code --create} adds what is missing. Never touches a password or a login.
 */
final class RolesVerb implements Verb {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Override
  public String name() {
    return "roles";
  }

  @Override
  public String description() {
    return "Checks the owner, app and read-only roles and their rights: exit code 0 or 3.";
  }

  @Override
  public void configure(Subparser parser) {
    parser
        .addArgument("--create")
        .action(Arguments.storeTrue())
        .help("add the roles and rights that are missing; roles get no login and no password");
    parser
        .addArgument("--owner")
        .metavar("ROLE")
        .setDefault("dotmac_owner")
        .help("the role that migrates (default: dotmac_owner)");
  }

  @Override
  public ExitCode run(Invocation invocation) throws SQLException {
    List<String> added = new ArrayList<>();
    invocation.report().put("added", added);
    if (!Boolean.TRUE.equals(invocation.options().getBoolean("create"))) {
      try (Connection connection = Connector.open(invocation.target())) {
        return tell(invocation, check(invocation, connection));
      }
    }
    try (DeploymentLock lock =
            DeploymentLock.acquire(invocation.target(), PATIENCE, invocation.err()::println);
        Connection connection = lock.open()) {
      add(invocation, connection, added);
      return tell(invocation, check(invocation, connection));
    }
  }

  private static RoleCheck check(Invocation invocation, Connection connection) throws SQLException {
    RoleCheck check = new RoleCheck(connection, invocation.options().getString("owner"));
    check.checkRoles();
    Standing standing = Standing.of(invocation.changelog().changes(), History.read(connection));
    boolean made = !standing.applied().isEmpty() && standing.unknown().isEmpty();
    if (made && check.states().stream().allMatch(RoleState::exists)) {
      check.checkGrants(
          Footprints.of(invocation.changelog()).after(standing.applied().size()),
          CatalogReader.read(connection));
    }
    return check;
  }

  private static void add(Invocation invocation, Connection connection, List<String> added)
      throws SQLException {
    // Twice: rights can be compared only when the roles are there.
    for (int round = 0; round < 2; round++) {
      for (Finding finding : check(invocation, connection).findings()) {
        if (finding.missing() && !added.contains(finding.repair())) {
          try (Statement statement = connection.createStatement()) {
            statement.execute(finding.repair());
          }
          added.add(finding.repair());
          invocation.out().println("  added    " + finding.repair());
        }
      }
    }
  }

  private static ExitCode tell(Invocation invocation, RoleCheck check) {
    PrintStream out = invocation.out();
    for (RoleState state : check.states()) {
      String login = state.login() ? "can log in" : "has no login";
      out.println("  " + state.role() + "  " + (state.exists() ? login : "missing"));
    }
    for (Finding finding : check.findings()) {
      out.println("  wrong    " + finding.text());
      out.println("           " + finding.repair());
    }
    check.states().stream()
        .filter(state -> state.exists() && !state.login())
        .forEach(
            state ->
                out.println(
                    "To give a login, where a person or program needs one: ALTER ROLE "
                        + state.role()
                        + " LOGIN PASSWORD '…';"));
    invocation.report().put("roles", check.states());
    invocation.report().put("findings", check.findings());
    String where = Words.capital(invocation.target().describe());
    if (check.findings().isEmpty()) {
      out.println(where + " has the roles and rights that it should have");
      return ExitCode.DONE;
    }
    out.println(where + ": " + Words.count(check.findings().size(), "finding"));
    return ExitCode.DRIFT;
  }
}
