package com.dotmac.platform.it.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.schema.RequiredCatalog;
import com.dotmac.platform.domain.schema.RequiredSchema;
import com.dotmac.platform.it.golden.CatalogOfApp;
import com.dotmac.platform.it.harness.MigratedPostgres;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.it.migrator.MigratorRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the app expects of the catalogue is what the changes make, on every server we work on. */
@NeedsDatabase
class RequiredCatalogIT {
  @Test
  void the_committed_catalogue_is_what_the_changes_make(TestDatabase database) {
    assertThat(RequiredCatalog.ofThisBuild().text())
        .as("catalog.txt of the domain is old. Run: make golden")
        .isEqualTo(CatalogOfApp.of(database).text());
    assertThat(RequiredCatalog.ofThisBuild().version())
        .isEqualTo(RequiredSchema.ofThisBuild().version());
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 18})
  void other_versions_say_the_same(int version) {
    try (TestDatabase database = MigratedPostgres.emptyDatabase(version)) {
      MigratorRun.of(database, "migrate").done();
      assertThat(CatalogOfApp.of(database).text()).isEqualTo(RequiredCatalog.ofThisBuild().text());
    }
  }
}
