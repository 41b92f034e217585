package com.dotmac.platform.migrator.lint;

import com.dotmac.platform.migrator.changelog.ChangeSource;
import com.dotmac.platform.migrator.lint.sql.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Holds the rules against the changes of a list, one after the other. */
public final class Linter {
  private final List<Rule> rules;
  private final Allowances allowances;

  /**
   * @param rules those that apply in this run
   * @param others those that do not, and that a change file may name all the same
   */
  public Linter(List<Rule> rules, List<Rule> others) {
    this.rules = List.copyOf(rules);
    List<String> applied = rules.stream().map(Rule::name).toList();
    List<String> known = new ArrayList<>(applied);
    others.forEach(rule -> known.add(rule.name()));
    this.allowances = new Allowances(known, applied);
  }

  /**
   * What the rules object to, after what each file allows itself; ordered by change and line.
   *
   * @param changes the whole list in order: what a change finds there depends on the former
   * @param measured findings from elsewhere, by path of the file
   */
  public List<Finding> lint(List<ChangeSource> changes, Map<String, List<Finding>> measured) {
    return lint(changes, measured, Schema.empty());
  }

  /** The same on top of tables that are not in the list. */
  public List<Finding> lint(
      List<ChangeSource> changes, Map<String, List<Finding>> measured, Schema start) {
    Map<String, Long> perFile =
        changes.stream().collect(Collectors.groupingBy(ChangeSource::path, Collectors.counting()));
    List<Finding> findings = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Schema before = start;
    for (ChangeSource source : changes) {
      if (!seen.add(source.path())) {
        continue; // The file was judged as a whole with its first change.
      }
      ChangeFile change =
          ChangeFile.of(source, before, perFile.getOrDefault(source.path(), 1L).intValue());
      List<Finding> found = found(change);
      found.addAll(measured.getOrDefault(source.path(), List.of()));
      List<Finding> left = allowances.apply(change, found);
      left.sort(Comparator.comparingInt(Finding::line));
      findings.addAll(left);
      before = change.after();
    }
    return findings;
  }

  private List<Finding> found(ChangeFile change) {
    List<Finding> found = run(change, rule -> rule.scope().ofChange(), "");
    if (!change.source().rollback().sql().isBlank()) {
      found.addAll(run(change.wayBack(), rule -> rule.scope().ofRollback(), "in the rollback: "));
    }
    return found;
  }

  private List<Finding> run(ChangeFile change, Predicate<Rule> scope, String where) {
    // Behind a place that cannot be read the tree is guesswork: say that and nothing else.
    boolean readable = change.sql().faults().isEmpty();
    List<Finding> found = new ArrayList<>();
    for (Rule rule : rules) {
      if (scope.test(rule) && (readable || rule.name().equals("syntax"))) {
        rule.check()
            .look(
                change,
                (line, message) ->
                    found.add(
                        new Finding(
                            rule.name(),
                            rule.severity(),
                            change.source().path(),
                            line,
                            where + message,
                            rule.instead())));
      }
    }
    return found;
  }
}
