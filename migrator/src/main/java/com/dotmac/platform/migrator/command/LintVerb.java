package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.changelog.ChangeSource;
import com.dotmac.platform.migrator.changelog.Sources;
import com.dotmac.platform.migrator.lint.Finding;
import com.dotmac.platform.migrator.lint.Group;
import com.dotmac.platform.migrator.lint.Linter;
import com.dotmac.platform.migrator.lint.Rule;
import com.dotmac.platform.migrator.lint.RulePage;
import com.dotmac.platform.migrator.lint.Scope;
import com.dotmac.platform.migrator.lint.Severity;
import com.dotmac.platform.migrator.lint.measure.MeasuredRules;
import com.dotmac.platform.migrator.lint.measure.ScratchRun;
import com.dotmac.platform.migrator.lint.rules.AllRules;
import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.report.Report;
import com.dotmac.platform.migrator.target.Connector;
import com.dotmac.platform.migrator.target.Target;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import liquibase.exception.LiquibaseException;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code db lint}: judges the change files before they run. Needs no database unless told to. */
final class LintVerb implements Verb {
  private static final String MEASURE = "against-database";
  private static final String RULES = "rules";

  @Override
  public String name() {
    return "lint";
  }

  @Override
  public String description() {
    return "Finds what would lose data, break running code or block others in the changes.";
  }

  @Override
  public void configure(Subparser parser) {
    parser
        .addArgument("--against-database")
        .action(Arguments.storeTrue())
        .dest(MEASURE)
        .help("also run the changes in an empty scratch database, and report locks and rewrites");
    parser
        .addArgument("--rules")
        .action(Arguments.storeTrue())
        .dest(RULES)
        .help("print the page about the rules, in Markdown, and look at nothing");
  }

  @Override
  public ExitCode run(Invocation invocation) throws SQLException, LiquibaseException {
    Report report = invocation.report();
    if (Boolean.TRUE.equals(invocation.options().getBoolean(RULES))) {
      List<Rule> all = new ArrayList<>(AllRules.list());
      all.addAll(MeasuredRules.list());
      report.put("rules", all.stream().map(LintVerb::described).toList());
      if (!report.json()) {
        report.out().print(RulePage.of(all));
      }
      return ExitCode.DONE;
    }
    List<ChangeSource> changes = Sources.of(invocation.changelog());
    List<Finding> findings =
        Boolean.TRUE.equals(invocation.options().getBoolean(MEASURE))
            ? measured(invocation, changes)
            : new Linter(AllRules.list(), MeasuredRules.list()).lint(changes, Map.of());
    return tell(changes, findings, report);
  }

  private static List<Finding> measured(Invocation invocation, List<ChangeSource> changes)
      throws SQLException, LiquibaseException {
    List<Rule> rules = new ArrayList<>(AllRules.list());
    rules.addAll(MeasuredRules.list());
    Target target = invocation.target();
    try (Connection connection = Connector.open(target)) {
      Guard.refuseWithoutRights(target, connection);
      Map<String, List<Finding>> measured =
          new ScratchRun(connection, target.describe()).run(invocation.changelog(), changes);
      return new Linter(rules, List.of()).lint(changes, measured);
    }
  }

  private static ExitCode tell(List<ChangeSource> changes, List<Finding> findings, Report report) {
    int errors =
        (int) findings.stream().filter(found -> found.severity() == Severity.ERROR).count();
    int warnings = findings.size() - errors;
    report.put("changes", changes.size());
    report.put("errors", errors);
    report.put("warnings", warnings);
    report.put("findings", findings);
    for (Finding finding : findings) {
      report.out().println(finding.text());
      report.out().println("  instead: " + finding.advice());
    }
    report
        .out()
        .println(
            "%s: %s, %s"
                .formatted(
                    Words.count(changes.size(), "change"),
                    Words.count(errors, "error"),
                    Words.count(warnings, "warning")));
    return errors == 0 ? ExitCode.DONE : ExitCode.REFUSED;
  }

  private static Described described(Rule rule) {
    return new Described(
        rule.name(),
        rule.group(),
        rule.severity(),
        rule.scope(),
        rule.finds(),
        rule.danger(),
        rule.instead());
  }

  /** One rule in the report. */
  private record Described(
      String rule,
      Group group,
      Severity severity,
      Scope scope,
      String finds,
      String danger,
      String instead) {}
}
