package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.changelog.Change;
import com.dotmac.platform.migrator.changelog.History;
import com.dotmac.platform.migrator.changelog.Standing;
import com.dotmac.platform.migrator.footprint.Rewrite;
import com.dotmac.platform.migrator.target.Target;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What {@code db status} prints for people: one line per change, then one that sums up. */
final class StatusLines {
  private StatusLines() {}

  /**
   * Prints them.
   *
   * @param rewrites what the pending changes would write anew of what is big
   */
  static void print(Target target, Standing standing, List<Rewrite> rewrites, PrintStream out) {
    Set<String> edited = new HashSet<>();
    for (Change change : standing.edited()) {
      edited.add(change.id());
    }
    for (History.Entry entry : standing.applied()) {
      String state = edited.contains(entry.id()) ? "edited " : "applied";
      String tag = entry.tag() == null ? "" : "  tag " + entry.tag();
      out.println("  " + state + "  " + entry.at() + "  " + entry.id() + tag);
    }
    for (Change change : standing.pending()) {
      out.println("  pending" + " ".repeat(27) + change.id());
      for (Rewrite rewrite : rewrites) {
        if (rewrite.change().equals(change.id())) {
          out.println(" ".repeat(36) + RewriteGuard.note(rewrite));
        }
      }
    }
    for (String id : standing.unknown()) {
      out.println("  unknown" + " ".repeat(27) + id);
    }
    out.println(Words.capital(target.describe()) + summary(standing));
  }

  private static String summary(Standing standing) {
    String at = standing.version() == null ? " is empty" : " is at " + standing.version();
    if (!standing.edited().isEmpty()) {
      return at + ": " + Words.count(standing.edited().size(), "applied change") + " edited since";
    }
    if (!standing.pending().isEmpty()) {
      return at + ": " + Words.count(standing.pending().size(), "change") + " pending";
    }
    if (!standing.unknown().isEmpty()) {
      return at
          + " and ahead of this migrator by "
          + Words.count(standing.unknown().size(), "change");
    }
    return at + ": up to date";
  }
}
