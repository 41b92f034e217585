package com.dotmac.platform.it.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.migrator.catalog.CatalogReader;
import com.dotmac.platform.migrator.catalog.SchemaFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@NeedsDatabase
class GoldenSchemaIT {
  @Test
  void the_changes_make_the_committed_schema(TestDatabase database)
      throws SQLException, IOException {
    assertThat(GoldenSchema.differences(committed(), rendered(database))).isEmpty();
  }

  @Test
  void a_table_that_differs_is_shown_with_what_to_do(@Own TestDatabase database)
      throws SQLException, IOException {
    try (Connection owner = database.connectAsOwner()) {
      Catalog.run(owner, "ALTER TABLE partners ALTER COLUMN tier DROP NOT NULL");
    }
    assertThat(GoldenSchema.differences(committed(), rendered(database)))
        .singleElement()
        .asString()
        .contains("tier character varying(20) NOT NULL", "make golden");
  }

  @Test
  void a_page_that_ends_early_is_shown() {
    assertThat(GoldenSchema.differences("one\n", "one\ntwo\n"))
        .singleElement()
        .asString()
        .contains("in line 2", "committed: <the end>", "made:      two");
  }

  private static String rendered(TestDatabase database) throws SQLException {
    try (Connection owner = database.connectAsOwner()) {
      return SchemaFile.render(CatalogReader.read(owner));
    }
  }

  private static String committed() throws IOException {
    try (InputStream page =
        Objects.requireNonNull(SchemaFile.class.getResourceAsStream("/db/schema.sql"))) {
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
