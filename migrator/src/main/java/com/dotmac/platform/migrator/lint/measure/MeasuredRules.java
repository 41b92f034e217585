package com.dotmac.platform.migrator.lint.measure;

import com.dotmac.platform.migrator.lint.Group;
import com.dotmac.platform.migrator.lint.Rule;
import java.util.List;

/** The rules that PostgreSQL itself answers, in a scratch database. */
public final class MeasuredRules {
  static final Rule READERS_WAIT =
      Rule.warning(
          "measured-exclusive-lock",
          Group.LOCKS,
          "with `--against-database`: an existing table on which the change held `ACCESS"
              + " EXCLUSIVE`",
          "Readers and writers wait from there to the end of the change, and behind it while it"
              + " waits itself.",
          "Take the lock in a change of its own that does nothing else, or choose a way with a"
              + " weaker one.",
          (change, report) -> {});

  static final Rule WRITERS_WAIT =
      Rule.warning(
          "measured-write-lock",
          Group.LOCKS,
          "with `--against-database`: an existing table on which the change held `SHARE`, `SHARE"
              + " ROW EXCLUSIVE` or `EXCLUSIVE`, other than as the target of a new table's foreign"
              + " key",
          "Writers wait from there to the end of the change.",
          "Use the way that lets writers go on: CONCURRENTLY, NOT VALID, USING INDEX.",
          (change, report) -> {});

  static final Rule REWRITTEN =
      Rule.error(
          "measured-rewrite",
          Group.LOCKS,
          "with `--against-database`: an existing table or index that the change wrote anew",
          "It takes time and room in proportion to the table, and nobody uses it meanwhile.",
          "Add something new beside it, fill that in batches, and contract the old one.",
          (change, report) -> {});

  private MeasuredRules() {}

  /** All of them. */
  public static List<Rule> list() {
    return List.of(READERS_WAIT, WRITERS_WAIT, REWRITTEN);
  }
}
