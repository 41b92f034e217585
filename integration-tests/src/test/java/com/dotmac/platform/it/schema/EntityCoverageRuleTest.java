package com.dotmac.platform.it.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.schema.samples.OddTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntityCoverageRuleTest {
  private static final String NAME = OddTable.class.getName();

  @Test
  void an_entity_that_was_saved_and_read_is_not_blamed() {
    assertThat(
            EntityCoverageRule.missing(
                List.of(OddTable.class), List.of("saved " + NAME, "read " + NAME)))
        .isEmpty();
  }

  @Test
  void an_entity_that_was_never_read_is_named() {
    assertThat(EntityCoverageRule.missing(List.of(OddTable.class), List.of("saved " + NAME)))
        .singleElement()
        .asString()
        .startsWith("No test of this run read a OddTable");
  }

  @Test
  void an_entity_that_was_never_met_is_named_twice() {
    assertThat(EntityCoverageRule.missing(List.of(OddTable.class), List.of())).hasSize(2);
  }
}
