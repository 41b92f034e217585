package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.report.Report;
import com.dotmac.platform.migrator.rollback.RollbackPlan;
import com.dotmac.platform.migrator.rollback.Stake;
import com.dotmac.platform.migrator.target.Target;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a rollback is told: the plan before it, a line for each change, the sentence after it. */
final class RollbackWords {
  private RollbackWords() {}

  /**
   * Tells the plan.
   *
   * @param prefix what each line begins with: with SQL after it they are remarks
   */
  static void tell(RollbackPlan plan, Target target, Report report, String prefix) {
    report.put("to", plan.staying());
    report.put("plan", plan.steps().stream().map(RollbackWords::planned).toList());
    PrintStream out = report.out();
    String where = Words.capital(target.describe());
    if (plan.steps().isEmpty()) {
      out.println(prefix + where + " is at " + at(plan) + " already; nothing to take back");
      return;
    }
    out.println(
        "%s%s goes back to %s, by %s:"
            .formatted(prefix, where, at(plan), Words.count(plan.steps().size(), "change")));
    for (RollbackPlan.Step step : plan.steps()) {
      out.println(prefix + "  " + step.change() + "  " + step.declaration().text());
      for (Stake stake : step.stakes()) {
        String verb = stake.hasData() ? "LOSES " : "drops ";
        out.println(prefix + "    " + verb + stake.text());
      }
    }
  }

  static String line(String id, RollbackPlan plan, Duration took) {
    int width = plan.steps().stream().mapToInt(step -> step.change().length()).max().orElse(0);
    return "  " + id + " ".repeat(Math.max(0, width - id.length())) + Words.step(took);
  }

  static String summary(RollbackPlan plan, Target target, Duration took) {
    return "%s is at %s: %s taken back in %s"
        .formatted(
            Words.capital(target.describe()),
            at(plan),
            Words.count(plan.steps().size(), "change"),
            Words.seconds(took));
  }

  private static String at(RollbackPlan plan) {
    return plan.staying() == null ? "the state before the first change" : plan.staying();
  }

  private static Planned planned(RollbackPlan.Step step) {
    return new Planned(
        step.change(),
        step.declaration().way().word(),
        step.declaration().reason(),
        step.losesData(),
        step.stakes().stream()
            .map(
                stake ->
                    new Lost(
                        stake.loss().table(), stake.loss().column(), stake.rows(), stake.exact()))
            .toList());
  }

  /** One change of the plan in the report. */
  private record Planned(
      String change, String rollback, String reason, boolean losesData, List<Lost> drops) {}

  /** One table or column of the plan in the report. */
  private record Lost(String table, @Nullable String column, long rows, boolean exact) {}
}
