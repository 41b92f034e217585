package com.dotmac.platform.migrator.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.migrator.lint.measure.MeasuredRules;
import com.dotmac.platform.migrator.lint.rules.AllRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulePageTest {

  @Test
  void the_page_in_docs_is_the_one_that_the_rules_write() throws IOException {
    List<Rule> all = new ArrayList<>(AllRules.list());
    all.addAll(MeasuredRules.list());

    assertThat(Path.of("..", "docs", "lint.md"))
        .as("docs/lint.md is written by make golden")
        .exists();
    assertThat(Files.readString(Path.of("..", "docs", "lint.md"))).isEqualTo(RulePage.of(all));
  }
}
