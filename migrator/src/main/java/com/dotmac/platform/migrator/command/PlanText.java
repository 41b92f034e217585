package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.adoption.ChangeFinding;
import com.dotmac.platform.migrator.adoption.ObjectFinding;
import com.dotmac.platform.migrator.adoption.Plan;
import com.dotmac.platform.migrator.adoption.State;
import com.dotmac.platform.migrator.target.Target;
import java.io.PrintStream;
import java.util.Locale;

/** Prints the plan of an adoption for a person. */
final class PlanText {
  private final PrintStream out;

  private PlanText(PrintStream out) {
    this.out = out;
  }

  static void print(Target target, Plan plan, PrintStream out) {
    out.println("Plan for " + target.describe());
    PlanText text = new PlanText(out);
    int width = plan.changes().stream().mapToInt(c -> c.change().length()).max().orElse(0);
    plan.changes().forEach(change -> text.change(change, width));
    if (!plan.strangers().isEmpty()) {
      out.println("  beside ours, left alone: " + String.join(", ", plan.strangers()));
    }
    plan.otherTools().forEach(tool -> out.println("  history of another tool: " + tool));
    out.printf(
        Locale.ROOT,
        "%d present, %d superseded, %d absent, %d completable, %d conflicting%n",
        plan.in(State.PRESENT).size(),
        plan.in(State.SUPERSEDED).size(),
        plan.in(State.ABSENT).size(),
        plan.in(State.COMPLETABLE).size(),
        plan.in(State.CONFLICTING).size());
  }

  private void change(ChangeFinding change, int width) {
    out.printf(
        Locale.ROOT,
        "  %-" + width + "s  %-11s  %s%s%n",
        change.change(),
        word(change.state()),
        change.objects() == 0
            ? "nothing in the catalogue tells of it alone"
            : change.present() + " of " + change.objects() + " objects are there",
        change.lies() ? "; the history says that it was applied" : "");
    change.findings().forEach(this::object);
  }

  private void object(ObjectFinding finding) {
    out.println("      " + word(finding.state()) + ": " + finding.object() + " " + finding.why());
    if (finding.state() != State.COMPLETABLE) {
      line("expected: ", finding.expected());
      line("actual:   ", finding.actual());
    }
    line("checked:  ", finding.check());
    finding.rows().forEach(row -> line("row:      ", row));
    finding.sql().forEach(sql -> line("sql:      ", sql + ";"));
  }

  private void line(String label, @org.jspecify.annotations.Nullable String text) {
    if (text != null) {
      out.println("          " + label + text.replace("\n", "\n                    "));
    }
  }

  private static String word(State state) {
    return state.word().replace('_', ' ');
  }
}
