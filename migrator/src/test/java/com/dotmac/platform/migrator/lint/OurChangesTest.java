package com.dotmac.platform.migrator.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.migrator.changelog.ChangeSource;
import com.dotmac.platform.migrator.changelog.Changelog;
import com.dotmac.platform.migrator.changelog.Sources;
import com.dotmac.platform.migrator.lint.measure.MeasuredRules;
import com.dotmac.platform.migrator.lint.rules.AllRules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OurChangesTest {

  @Test
  void no_rule_finds_anything_in_the_packaged_changes() {
    List<ChangeSource> changes = Sources.of(Changelog.packaged());
    Linter linter = new Linter(AllRules.list(), MeasuredRules.list());

    assertThat(changes).isNotEmpty();
    assertThat(linter.lint(changes, Map.of()).stream().map(Finding::text)).isEmpty();
  }
}
