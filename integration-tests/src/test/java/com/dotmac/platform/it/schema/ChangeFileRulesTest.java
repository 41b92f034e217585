package com.dotmac.platform.it.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ChangeFileRulesTest {
  private static final String NAME = "0001-partners-create-partners.sql";
  private static final String GOOD =
      """
      --liquibase formatted sql
      -- Why: partners are a table.
      -- Phase: expand
      -- Rollback: lossy. Drops all partners.
      --changeset dotmac:0001-partners-create-partners labels:expand splitStatements:false
      CREATE TABLE partners (id uuid);

      --rollback DROP TABLE partners;
      """;

  @Test
  void the_list_of_changes_is_in_order() throws IOException {
    assertThat(ChangeFiles.ofTheMigrator().listed()).isNotEmpty();
    assertThat(ChangeFileRules.listing(ChangeFiles.ofTheMigrator())).isEmpty();
  }

  @Test
  void the_domain_requires_exactly_the_changes_of_the_migrator() throws IOException {
    try (InputStream required =
        Objects.requireNonNull(
            getClass().getResourceAsStream("/com/dotmac/platform/domain/schema/changes.txt"))) {
      List<String> ids =
          new String(required.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      assertThat(RequiredChangesRule.differences(ids, ChangeFiles.ofTheMigrator().ids())).isEmpty();
    }
  }

  @Test
  void a_good_sample_is_not_blamed() {
    assertThat(ChangeFileRules.listing(sample(GOOD))).isEmpty();
  }

  @Test
  void a_file_that_is_not_listed_is_named() {
    assertThat(ChangeFileRules.listing(new ChangeFiles("databaseChangeLog:\n", Map.of(NAME, GOOD))))
        .containsExactly(NAME + " is not listed in changelog.yaml: add its line at the end.");
  }

  @Test
  void a_listed_file_that_is_missing_is_named() {
    assertThat(ChangeFileRules.listing(new ChangeFiles(list(NAME), Map.of())))
        .containsExactly(NAME + " is listed in changelog.yaml and is no file: add it.");
  }

  @Test
  void a_file_that_is_listed_twice_is_named() {
    assertThat(ChangeFileRules.listing(new ChangeFiles(list(NAME, NAME), Map.of(NAME, GOOD))))
        .containsExactly(NAME + " is listed twice in changelog.yaml: keep the first line.");
  }

  @Test
  void a_gap_in_the_numbers_is_named() {
    String third = "0003-partners-add-tier.sql";
    assertThat(
            ChangeFileRules.listing(
                new ChangeFiles(list(NAME, third), Map.of(NAME, GOOD, third, GOOD))))
        .containsExactly(
            third + " stands in place 0002: numbers follow the order of the list, without gaps.");
  }

  @Test
  void a_misnamed_file_is_named() {
    String odd = "0001-Partners.sql";
    assertThat(ChangeFileRules.listing(new ChangeFiles(list(odd), Map.of(odd, GOOD))))
        .singleElement()
        .asString()
        .startsWith("0001-Partners.sql is misnamed");
  }

  @Test
  void anything_else_in_the_list_is_named() {
    assertThat(
            ChangeFileRules.listing(
                new ChangeFiles(list(NAME) + "  - includeAll: {path: more}\n", Map.of(NAME, GOOD))))
        .singleElement()
        .asString()
        .contains("includeAll", "one include per line");
  }

  @Test
  void a_required_change_that_differs_is_named() {
    assertThat(RequiredChangesRule.differences(List.of("1"), List.of("1", "2")))
        .singleElement()
        .asString()
        .contains("Change 2", "says nothing", "make golden");
    assertThat(RequiredChangesRule.differences(List.of("2", "1"), List.of("1", "2"))).hasSize(1);
  }

  private static ChangeFiles sample(String text) {
    return new ChangeFiles(list(NAME), Map.of(NAME, text));
  }

  private static String list(String... names) {
    StringBuilder list = new StringBuilder("# The list.\ndatabaseChangeLog:\n");
    for (String name : names) {
      list.append(
          "  - include: {file: changes/%s, relativeToChangelogFile: true}\n".formatted(name));
    }
    return list.toString();
  }
}
