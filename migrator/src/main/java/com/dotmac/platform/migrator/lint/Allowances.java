package com.dotmac.platform.migrator.lint;

import com.dotmac.platform.migrator.lint.Header.Allowance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What a file allows itself, applied to what was found in it: each line {@code -- Lint: allow RULE
 * because REASON} takes away the findings of one rule. A line that names no rule, gives no reason
 * or takes nothing away is a finding itself, so that none outlives its cause.
 */
final class Allowances {
  private final Set<String> known;
  private final Set<String> applied;

  /**
   * @param known names of all rules there are
   * @param applied names of those that spoke in this run: only they can find nothing
   */
  Allowances(Collection<String> known, Collection<String> applied) {
    this.known = Set.copyOf(known);
    this.applied = Set.copyOf(applied);
  }

  /** The findings that are left, and those about the lines themselves. */
  List<Finding> apply(ChangeFile change, List<Finding> found) {
    List<Finding> left = new ArrayList<>(found);
    for (Allowance line : change.header().allowed()) {
      boolean used = left.removeIf(finding -> finding.rule().equals(line.rule()));
      if (!known.contains(line.rule())) {
        left.add(finding(AllowanceRules.UNKNOWN, change, line, "no rule is called " + line.rule()));
      } else if (line.reason() == null) {
        left.add(
            finding(AllowanceRules.WITHOUT_REASON, change, line, "no reason for " + line.rule()));
      } else if (!used && applied.contains(line.rule())) {
        left.add(finding(AllowanceRules.UNUSED, change, line, line.rule() + " finds nothing here"));
      }
    }
    return left;
  }

  private static Finding finding(Rule rule, ChangeFile change, Allowance line, String message) {
    return new Finding(
        rule.name(), rule.severity(), change.source().path(), line.line(), message, rule.instead());
  }
}
