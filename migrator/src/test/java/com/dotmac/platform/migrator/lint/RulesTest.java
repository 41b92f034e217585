package com.dotmac.platform.migrator.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.migrator.lint.rules.AllRules;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {
  private static final int AT_LEAST = 45;

  @ParameterizedTest
  @MethodSource("names")
  void a_rule_finds_its_bad_fixture_and_leaves_its_good_one_alone(String rule)
      throws URISyntaxException {
    Fixture bad = Fixture.of(folder(rule), "bad");
    List<Finding> found = bad.findings();

    assertThat(found)
        .as("%s/bad.sql", rule)
        .singleElement()
        .extracting(Finding::rule)
        .isEqualTo(rule);
    assertThat(found.get(0).line()).as("line of %s", found).isEqualTo(bad.line());
    assertThat(Fixture.of(folder(rule), "good").findings()).as("%s/good.sql", rule).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("namesForRollbacks")
  void a_rule_for_rollbacks_finds_the_bad_one_and_leaves_the_good_one_alone(String rule)
      throws URISyntaxException {
    Fixture bad = Fixture.of(folder(rule), "rollback-bad");
    List<Finding> found = bad.findings();

    assertThat(found)
        .as("%s/rollback-bad.sql", rule)
        .singleElement()
        .extracting(Finding::rule)
        .isEqualTo(rule);
    assertThat(found.get(0).line()).as("line of %s", found).isEqualTo(bad.line());
    assertThat(found.get(0).message()).startsWith("in the rollback: ");
    assertThat(Fixture.of(folder(rule), "rollback-good").findings())
        .as("%s/rollback-good.sql", rule)
        .isEmpty();
  }

  @Test
  void every_rule_has_fixtures_and_every_fixture_a_rule() throws URISyntaxException {
    File[] folders = Objects.requireNonNull(folder(".").toFile().listFiles());

    assertThat(Arrays.stream(folders).map(File::getName).toList())
        .containsExactlyInAnyOrderElementsOf(names().toList());
  }

  @Test
  void there_are_enough_rules_and_no_name_twice() {
    assertThat(names()).hasSizeGreaterThanOrEqualTo(AT_LEAST).doesNotHaveDuplicates();
  }

  @Test
  void every_rule_says_what_why_and_what_to_do_instead() {
    for (Rule rule : AllRules.list()) {
      assertThat(rule.name()).matches("[a-z]+(-[a-z]+)*");
      assertThat(rule.finds()).as(rule.name()).isNotBlank().doesNotEndWith(".");
      assertThat(rule.danger()).as(rule.name()).endsWith(".");
      assertThat(rule.instead()).as(rule.name()).endsWith(".");
    }
  }

  static Stream<String> names() {
    return AllRules.list().stream().map(Rule::name);
  }

  static Stream<String> namesForRollbacks() {
    return AllRules.list().stream().filter(rule -> rule.scope() == Scope.BOTH).map(Rule::name);
  }

  private static Path folder(String rule) throws URISyntaxException {
    return Path.of(Objects.requireNonNull(RulesTest.class.getResource("/lint")).toURI())
        .resolve(rule);
  }
}
