package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.changelog.Change;
import com.dotmac.platform.migrator.changelog.History;
import com.dotmac.platform.migrator.changelog.Standing;
import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import java.util.List;

/** How far forward: to the last change of the list, or to the one that {@code --to} names. */
final class MigrateTarget {
  private MigrateTarget() {}

  /**
   * The changes to apply now, in order; empty when the database is there already.
   *
   * @throws Refusal when the list has no such change, or the database is beyond it
   */
  static List<Change> wanted(Invocation invocation, List<Change> changes, Standing standing) {
    String version = invocation.options().getString("to");
    if (version == null) {
      return standing.pending();
    }
    List<String> ids = changes.stream().map(Change::id).toList();
    if (!ids.contains(version)) {
      throw invocation.changelog().unknown(version);
    }
    List<String> within = ids.subList(0, ids.indexOf(version) + 1);
    List<String> beyond =
        standing.applied().stream()
            .map(History.Entry::id)
            .filter(id -> !within.contains(id))
            .toList();
    if (!beyond.isEmpty() || !standing.unknown().isEmpty()) {
      throw new Refusal(
          ExitCode.REFUSED,
          invocation.target().describe() + " is beyond change " + version,
          "It also has %s. Migrating never takes a change back; nothing was run."
              .formatted(Guard.some(beyond.isEmpty() ? standing.unknown() : beyond)),
          "to go back: java -jar migrator.jar db rollback --to " + version + " --dry-run",
          null);
    }
    return standing.pending().stream().filter(change -> within.contains(change.id())).toList();
  }
}
