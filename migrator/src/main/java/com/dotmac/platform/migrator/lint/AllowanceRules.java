package com.dotmac.platform.migrator.lint;

import java.util.List;

/** The rules about the lines by which a file allows itself a finding; they allow no exception. */
public final class AllowanceRules {
  static final Rule UNKNOWN =
      rule(
          "unknown-allowance",
          "a line `-- Lint: allow` that names no rule",
          "A mistyped name allows nothing, and reads as if it did.",
          "Write the name as the report gives it.");
  static final Rule WITHOUT_REASON =
      rule(
          "allowance-without-reason",
          "a line `-- Lint: allow` without `because`",
          "Whoever reads the file later cannot tell a decision from a way around the build.",
          "Write -- Lint: allow RULE because REASON.");
  static final Rule UNUSED =
      rule(
          "unused-allowance",
          "a line `-- Lint: allow` for a rule that finds nothing in the file",
          "It outlived its cause, and would hide the next mistake of that kind.",
          "Remove the line.");

  private AllowanceRules() {}

  /** All of them. */
  public static List<Rule> all() {
    return List.of(UNKNOWN, WITHOUT_REASON, UNUSED);
  }

  private static Rule rule(String name, String finds, String danger, String instead) {
    // Found where the lines are applied, when all other rules have spoken.
    return Rule.error(name, Group.HEADER, finds, danger, instead, (change, report) -> {});
  }
}
