package com.dotmac.platform.it.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.schema.EntityClasses;
import com.dotmac.platform.it.harness.Empty;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Holds entities and tables against each other; {@link ConformanceCanFailIT} doubts the rule. */
@NeedsDatabase
class EntitiesAndTablesIT {
  @Test
  void entities_and_tables_agree_both_ways(TestDatabase migrated, @Empty TestDatabase scratch)
      throws SQLException {
    HibernateTables.createAsDeclared(scratch, EntityClasses.ALL);
    assertThat(
            Conformance.differences(
                Conformance.structureOf(scratch),
                Conformance.structureOf(migrated),
                Conformance.WITHOUT_ENTITY))
        .isEmpty();
  }
}
