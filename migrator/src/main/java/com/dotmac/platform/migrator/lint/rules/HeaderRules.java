package com.dotmac.platform.migrator.lint.rules;

import static com.dotmac.platform.migrator.lint.Group.HEADER;

import com.dotmac.platform.migrator.lint.ChangeFile;
import com.dotmac.platform.migrator.lint.Check;
import com.dotmac.platform.migrator.lint.Rule;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rules about what every change file says of itself. */
final class HeaderRules {
  private static final String AUTHOR = "dotmac";
  private static final Set<String> PHASES = Set.of("expand", "contract");
  private static final Set<String> ROLLBACKS = Set.of("reversible", "lossy", "forward-only");

  private HeaderRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.error(
                "syntax",
                HEADER,
                "SQL that cannot be parsed",
                "Most often PostgreSQL cannot read it either; and no other rule looks at the file.",
                "Mend the statement, or write it in a form that the grammar knows.",
                (change, report) -> {
                  if (!change.sql().faults().isEmpty()) {
                    report.at(
                        change.sql().faults().get(0).line(),
                        change.sql().faults().get(0).message());
                  }
                })
            .alsoInRollbacks(),
        rule(
            "why",
            "a file without `-- Why:`",
            "In a year nobody knows what it was for.",
            "Say in one to four lines what the change is for.",
            change -> change.header().why() == null ? "says not what it is for" : null),
        rule(
            "phase",
            "a file without `-- Phase: expand` or `-- Phase: contract`",
            "Neither the migrator nor an older release can tell whether the two get along.",
            "Write -- Phase: expand when it only adds, else -- Phase: contract.",
            HeaderRules::phase),
        rule(
            "phase-label",
            "labels that do not repeat the phase",
            "The label is kept in the history: the application judges by it.",
            "Write labels:expand or labels:contract on the line --changeset.",
            change ->
                change.header().phase() == null
                        || !PHASES.contains(change.header().phase())
                        || change.source().labels().equals(Set.of(change.header().phase()))
                    ? null
                    : "labels are " + change.source().labels()),
        rule(
            "rollback-declared",
            "a file without `-- Rollback:` and one of the three words",
            "In the night nobody can tell whether it can be taken back.",
            "Write -- Rollback: reversible, lossy or forward-only.",
            change -> {
              String word = change.header().rollback();
              return word == null || !ROLLBACKS.contains(word) ? "declares no way back" : null;
            }),
        rule(
            "rollback-missing",
            "a file that is not forward-only and has no rollback",
            "`db rollback` cannot do what the header promises.",
            "Add --rollback …, or say forward-only and why.",
            change ->
                change.header().rollback() != null
                        && Set.of("reversible", "lossy").contains(change.header().rollback())
                        && !change.source().wayBack()
                    ? "is " + change.header().rollback() + " and has no rollback"
                    : null),
        rule(
            "rollback-contradiction",
            "a file that says forward-only and has a rollback",
            "One of the two is wrong.",
            "Remove the rollback, or say reversible or lossy.",
            change ->
                "forward-only".equals(change.header().rollback()) && change.source().wayBack()
                    ? "is forward-only and has a rollback"
                    : null),
        rule(
            "change-id",
            "a change whose id is not the name of its file",
            "Reports name the id, and people look for the file.",
            "Give the change the name of its file.",
            change ->
                stem(change.source().path()).equals(change.source().id())
                    ? null
                    : "is called " + change.source().id()),
        rule(
            "change-author",
            "a change by another author than dotmac",
            "The author is part of the identity of a change; who wrote it git knows.",
            "Write dotmac before the id.",
            change ->
                change.source().author().equals(AUTHOR)
                    ? null
                    : "is by " + change.source().author()),
        rule(
            "one-change-per-file",
            "a file with several changes",
            "One header cannot speak for two.",
            "Give each a file of its own.",
            change ->
                change.changesInFile() > 1
                    ? "holds %d changes".formatted(change.changesInFile())
                    : null),
        rule(
            "split-statements",
            "a change without `splitStatements:false`",
            "Liquibase cuts it at every semicolon, also inside of functions.",
            "Write splitStatements:false on the line --changeset.",
            change -> change.source().whole() ? null : "is cut at semicolons"),
        Rule.error(
                "rollback-split-statements",
                HEADER,
                "text between dollars (a `DO` block, the body of a function) in a rollback, without"
                    + " `rollbackSplitStatements:false`",
                "Liquibase cuts the rollback at semicolons and only guesses where such a text ends:"
                    + " the rollback fails when it is needed.",
                "Write rollbackSplitStatements:false on the line --changeset.",
                (change, report) -> {
                  if (!change.source().rollback().whole()) {
                    change
                        .sql()
                        .dollarQuoted()
                        .ifPresent(line -> report.at(line, "may be cut at semicolons"));
                  }
                })
            .onlyInRollbacks());
  }

  private static @Nullable String phase(ChangeFile change) {
    String phase = change.header().phase();
    return phase == null || !PHASES.contains(phase)
        ? "its phase is " + (phase == null ? "missing" : phase)
        : null;
  }

  private static Rule rule(
      String name,
      String finds,
      String danger,
      String instead,
      Function<ChangeFile, @Nullable String> question) {
    Check check =
        (change, report) -> {
          String answer = question.apply(change);
          if (answer != null) {
            report.at(change.header().changeLine(), answer);
          }
        };
    return Rule.error(name, HEADER, finds, danger, instead, check);
  }

  private static String stem(String path) {
    String file = path.substring(path.lastIndexOf('/') + 1);
    return file.endsWith(".sql") ? file.substring(0, file.length() - ".sql".length()) : file;
  }
}
