package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.catalog.CatalogReader;
import com.dotmac.platform.migrator.changelog.Change;
import com.dotmac.platform.migrator.changelog.Changelog;
import com.dotmac.platform.migrator.changelog.History;
import com.dotmac.platform.migrator.changelog.Standing;
import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import com.dotmac.platform.migrator.rollback.Loss;
import com.dotmac.platform.migrator.rollback.Remains;
import com.dotmac.platform.migrator.rollback.RollbackPlan;
import com.dotmac.platform.migrator.rollback.Stake;
import com.dotmac.platform.migrator.target.Target;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The states in which nothing is taken back, each with what to do about it. */
final class RollbackGuard {
  private RollbackGuard() {}

  static void refuseAhead(Target target, Standing standing) {
    if (!standing.unknown().isEmpty()) {
      throw new Refusal(
          ExitCode.REFUSED,
          target.describe() + " has changes of a newer release, which only that can take back",
          "This migrator does not have %s, and so does not know the way back. Nothing was run."
              .formatted(Guard.some(standing.unknown())),
          "run the same command with the migrator.jar of the release that applied "
              + standing.unknown().get(standing.unknown().size() - 1),
          null);
    }
  }

  /** A change that was passed over would have to be taken back from the middle. */
  static void refuseGaps(Target target, Standing standing, Changelog changelog) {
    List<String> list = changelog.changes().stream().map(Change::id).toList();
    List<String> applied = standing.applied().stream().map(History.Entry::id).toList();
    if (!applied.equals(list.subList(0, applied.size()))) {
      throw new Refusal(
          ExitCode.REFUSED,
          target.describe() + " lacks changes that come before applied ones",
          "Pending are "
              + Guard.some(standing.pending().stream().map(Change::id).toList())
              + ". Nothing was run.",
          "apply them first: java -jar migrator.jar db migrate",
          null);
    }
  }

  /** The engine goes by the order of the history: it must be the one of the plan. */
  static void refuseOtherOrder(Target target, Standing standing, History history, int staying) {
    List<String> list = standing.applied().stream().map(History.Entry::id).toList();
    List<String> past = history.entries().stream().map(History.Entry::id).toList();
    int known = past.size();
    if (!list.subList(staying, list.size()).equals(past.subList(staying, known))) {
      throw new Refusal(
          ExitCode.REFUSED,
          target.describe() + " was changed in another order than that of the list",
          "Applied last were %s; last in the list are %s. Nothing was run."
              .formatted(
                  Guard.some(past.subList(staying, known)),
                  Guard.some(list.subList(staying, list.size()))),
          "go back to a change before which both orders agree",
          null);
    }
  }

  static void refuseBlocked(Target target, RollbackPlan plan) {
    plan.blocked()
        .ifPresent(
            step -> {
              throw new Refusal(
                  ExitCode.REFUSED,
                  "change %s cannot be taken back from %s"
                      .formatted(step.change(), target.describe()),
                  "Its file says "
                      + step.declaration().text()
                      + "\nNothing was run: the changes after it stay as well.",
                  "write a new change that undoes what is wrong, or restore a backup",
                  null);
            });
  }

  /**
   * Whether data may be lost.
   *
   * @return false when nothing is stored in what goes, so that it must still be so when it goes
   * @throws Refusal when data would be lost and that was not asked for
   */
  static boolean dataLossAllowed(Invocation invocation, RollbackPlan plan) {
    String database = invocation.target().database();
    boolean asked =
        Boolean.TRUE.equals(invocation.options().getBoolean("allow-data-loss"))
            && database.equals(invocation.options().getString("confirm"));
    if (plan.losesData() && !asked) {
      throw new Refusal(
          ExitCode.REFUSED,
          "the rollback of " + invocation.target().describe() + " would destroy data",
          lost(plan) + "\nNothing was run.",
          "take a backup; then say that the data may go, and of which database:"
              + " --allow-data-loss --confirm "
              + database,
          null);
    }
    return asked;
  }

  private static String lost(RollbackPlan plan) {
    return plan.steps().stream()
        .filter(RollbackPlan.Step::losesData)
        .map(
            step ->
                step.change()
                    + ": "
                    + (step.stakes().isEmpty()
                        ? step.declaration().text()
                        : step.stakes().stream()
                            .filter(Stake::hasData)
                            .map(Stake::text)
                            .collect(Collectors.joining(", "))))
        .collect(Collectors.joining("\n"));
  }

  /** Refuses when somebody stored something since the plan was made. */
  static void refuseFilled(Target target, String change, List<Loss> filled) {
    if (!filled.isEmpty()) {
      throw new Refusal(
          ExitCode.REFUSED,
          "the rollback of change " + change + " would now destroy data of " + target.describe(),
          "Empty a moment ago, and filled since: "
              + filled.stream().map(Loss::text).collect(Collectors.joining(", "))
              + ".\nThe change stays applied.",
          "stop what writes there, then run the same command again",
          null);
    }
  }

  /** Refuses when the database is not what the remaining changes make. */
  static void refuseDifferences(Invocation invocation, Connection connection, RollbackPlan plan)
      throws SQLException {
    List<String> differences =
        Remains.differences(plan.expected(), CatalogReader.read(connection)).stream()
            .map(it -> it.type().name().toLowerCase(Locale.ROOT) + ": " + it.object().identity())
            .toList();
    invocation.report().put("differences", differences);
    if (!differences.isEmpty()) {
      throw new Refusal(
          ExitCode.DRIFT,
          invocation.target().describe() + " is not what its remaining changes make",
          "The changes were taken back, and this differs:\n" + String.join("\n", differences),
          "java -jar migrator.jar db status; then mend the objects that are named",
          null);
    }
  }
}
