package com.dotmac.platform.migrator.lint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The page about the rules, in Markdown: {@code docs/lint.md} is this text and nothing else. */
public final class RulePage {
  private static final String RULES = "${rules}";
  private static final String NUMBER = "${number}";

  private RulePage() {}

  /** The page for a list of rules, ending with a line break. */
  public static String of(List<Rule> rules) {
    return template().replace(NUMBER, String.valueOf(rules.size())).replace(RULES, tables(rules));
  }

  private static String tables(List<Rule> rules) {
    return Arrays.stream(Group.values())
        .map(group -> table(group, rules))
        .filter(table -> !table.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String table(Group group, List<Rule> rules) {
    String rows =
        rules.stream()
            .filter(rule -> rule.group() == group)
            .map(RulePage::row)
            .collect(Collectors.joining());
    return rows.isEmpty()
        ? ""
        : "## %s\n\n| rule | finds | why it is a danger | instead |\n|---|---|---|---|\n%s"
            .formatted(group.title(), rows);
  }

  private static String row(Rule rule) {
    String weight = rule.severity() == Severity.WARNING ? " (warning)" : "";
    return "| `%s`%s | %s | %s | %s |\n"
        .formatted(rule.name(), weight, finds(rule), rule.danger(), rule.instead());
  }

  private static String finds(Rule rule) {
    return rule.finds() + (rule.scope() == Scope.BOTH ? "; also in the rollback" : "");
  }

  private static String template() {
    try (InputStream page =
        Objects.requireNonNull(RulePage.class.getResourceAsStream("page.md"), "page.md")) {
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
