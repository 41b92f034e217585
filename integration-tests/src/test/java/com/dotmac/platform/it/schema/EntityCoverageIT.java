package com.dotmac.platform.it.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.schema.EntityClasses;
import com.dotmac.platform.it.harness.EntityCoverage;
import org.junit.jupiter.api.Test;

/** Runs after all others, in an execution of its own, and reads what they recorded. */
class EntityCoverageIT {
  @Test
  void every_entity_was_saved_and_read_back() {
    assertThat(EntityCoverageRule.missing(EntityClasses.ALL, EntityCoverage.recorded())).isEmpty();
  }
}
