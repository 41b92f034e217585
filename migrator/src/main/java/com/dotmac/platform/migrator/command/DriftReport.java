package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.changelog.Change;
import com.dotmac.platform.migrator.changelog.Standing;
import com.dotmac.platform.migrator.drift.AllowList;
import com.dotmac.platform.migrator.drift.Difference;
import com.dotmac.platform.migrator.drift.Finding;
import com.dotmac.platform.migrator.drift.Repair;
import com.dotmac.platform.migrator.drift.RepairPlan;
import com.dotmac.platform.migrator.report.Report;
import com.dotmac.platform.migrator.target.Target;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells what {@code db verify} found, to people and to programs. */
final class DriftReport {
  private final Target target;
  private final Standing standing;
  private final AllowList.Judgement judgement;
  private final List<Repair.Statement> script;

  DriftReport(Target target, Standing standing, AllowList.Judgement judgement) {
    this.target = target;
    this.standing = standing;
    this.judgement = judgement;
    this.script = RepairPlan.script(judgement.left());
  }

  void tell(Report report) {
    report.put("version", standing.version());
    report.put("pending", standing.pending().stream().map(Change::id).toList());
    report.put("findings", judgement.left().stream().map(DriftReport::told).toList());
    report.put("script", script.stream().map(DriftReport::told).toList());
    report.put("allowed", judgement.allowed().stream().map(DriftReport::told).toList());
    report.put("expired", judgement.expired().stream().map(DriftReport::told).toList());
    report.put("unused", judgement.unused().stream().map(DriftReport::told).toList());
    print(report.out());
  }

  private void print(PrintStream out) {
    judgement.left().forEach(finding -> print(finding, out));
    judgement.expired().forEach(entry -> print("expired on " + entry.expires(), entry, out));
    judgement.unused().forEach(entry -> print("allows nothing", entry, out));
    if (!script.isEmpty()) {
      out.println("To repair it, run these one by one, in this order, outside a transaction:");
      out.println();
      script.forEach(statement -> print(statement, out));
      out.println();
    }
    if (!standing.pending().isEmpty()) {
      out.println(
          "It was compared with that version: "
              + Words.count(standing.pending().size(), "change")
              + " pending.");
    }
    out.println(summary());
  }

  private static void print(Finding finding, PrintStream out) {
    Difference difference = finding.difference();
    String parts =
        finding.parts().isEmpty()
            ? ""
            : " with " + Words.count(finding.parts().size(), "object") + " that belong to it";
    out.println(word(difference) + " " + finding.object().identity() + parts);
    if (difference.expected() != null) {
      out.println("  expected  " + indented(difference.expected().definition()));
    }
    if (difference.actual() != null) {
      out.println("  actual    " + indented(difference.actual().definition()));
    }
    if (finding.repair().caution() != null) {
      out.println("  caution   " + finding.repair().caution());
    }
    out.println();
  }

  private static void print(String state, AllowList.Entry entry, PrintStream out) {
    out.println("allow-list " + entry.object());
    out.println("  entry     " + state + "; reason given: " + entry.reason());
    out.println();
  }

  private static void print(Repair.Statement statement, PrintStream out) {
    if (statement.destroys()) {
      out.println("  -- Data goes with this one. To run it, take the dashes away:");
      statement.sql().lines().forEach(line -> out.println("  -- " + line));
      out.println("  -- ;");
    } else {
      out.println("  " + statement.sql().replace("\n", "\n  ") + ";");
    }
  }

  private String summary() {
    String at = standing.version() == null ? " is empty" : " is at " + standing.version();
    String accepted =
        judgement.allowed().isEmpty()
            ? ""
            : ", beside " + Words.count(judgement.allowed().size(), "allowed difference");
    return Words.capital(target.describe()) + at + ": " + verdict() + accepted;
  }

  private String verdict() {
    List<String> faults = new ArrayList<>();
    if (!judgement.left().isEmpty()) {
      faults.add(Words.count(judgement.left().size(), "object") + " not as the changes make it");
    }
    int entries = judgement.expired().size() + judgement.unused().size();
    if (entries > 0) {
      faults.add((entries == 1 ? "1 entry" : entries + " entries") + " of the allow-list to mend");
    }
    return faults.isEmpty() ? "as the changes make it" : String.join(", ", faults);
  }

  private static String word(Difference difference) {
    return difference.type().name().toLowerCase(Locale.ROOT);
  }

  private static String indented(String lines) {
    return lines.replace("\n", "\n            ");
  }

  private static Told told(Finding finding) {
    Difference difference = finding.difference();
    return new Told(
        finding.object().identity(),
        finding.object().kind().name().toLowerCase(Locale.ROOT),
        word(difference),
        difference.expected() == null ? null : difference.expected().definition(),
        difference.actual() == null ? null : difference.actual().definition(),
        finding.parts().stream().map(part -> part.object().identity()).toList(),
        finding.repair().statements().stream().map(DriftReport::told).toList(),
        finding.repair().caution());
  }

  private static Step told(Repair.Statement statement) {
    return new Step(statement.sql(), statement.destroys());
  }

  private static Allowed told(AllowList.Entry entry) {
    return new Allowed(entry.object(), entry.reason(), entry.expires().toString());
  }

  /** One finding in the report. */
  private record Told(
      String object,
      String kind,
      String difference,
      @Nullable String expected,
      @Nullable String actual,
      List<String> with,
      List<Step> repair,
      @Nullable String caution) {}

  /** One statement in the report. */
  private record Step(String sql, boolean destroys) {}

  /** One entry of the allow-list in the report. */
  private record Allowed(String object, String reason, String expires) {}
}
