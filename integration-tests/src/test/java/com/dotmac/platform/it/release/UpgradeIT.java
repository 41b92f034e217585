package com.dotmac.platform.it.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.dotmac.platform.domain.schema.RequiredSchema;
import com.dotmac.platform.it.harness.Empty;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.it.migrator.ChangesOnDisk;
import com.dotmac.platform.it.migrator.MigratorRun;
import com.dotmac.platform.migrator.catalog.SchemaFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S2: a database with rows, made by a release, comes to the golden schema and keeps its rows. */
@NeedsDatabase
class UpgradeIT {
  @TempDir private Path folder = Path.of("");

  @Test
  void from_the_last_release(@Empty TestDatabase database) throws Exception {
    Release release =
        Release.last(Path.of(".."))
            .orElseGet(() -> abort("There is no release yet: make release VERSION=…"));
    Upgrade upgrade = Upgrade.from(release.schema(), database);
    MigratorRun.of(database, "migrate").done();
    assertThat(upgrade.differences(golden())).isEmpty();
  }

  @Test
  void from_a_schema_of_some_changes_ago(@Empty TestDatabase database) throws Exception {
    List<String> changes = RequiredSchema.ofThisBuild().changes();
    Upgrade upgrade = Upgrade.from(changes.get(changes.size() / 2), database);
    MigratorRun.of(database, "migrate").done();
    assertThat(upgrade.differences(golden())).isEmpty();
  }

  @Test
  void a_change_that_loses_rows_or_makes_another_schema_is_found_out(@Empty TestDatabase database)
      throws Exception {
    Upgrade upgrade = Upgrade.from(RequiredSchema.ofThisBuild().version(), database);
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.addContract(
        "9001-tests-lose-rows",
        """
        ALTER TABLE partner_settings NO FORCE ROW LEVEL SECURITY;
        DELETE FROM partner_settings;
        ALTER TABLE partner_settings FORCE ROW LEVEL SECURITY;
        ALTER TABLE customers NO FORCE ROW LEVEL SECURITY;
        UPDATE customers SET name = 'another';
        ALTER TABLE customers ADD COLUMN odd int;
        ALTER TABLE customers FORCE ROW LEVEL SECURITY;
        """);
    MigratorRun.of(database, "migrate", "--migrations", changes.list()).done();
    assertThat(upgrade.differences(golden()))
        .hasSize(3)
        .contains("Table partner_settings had rows before the upgrade: 1, and after it: 0")
        .anyMatch(sentence -> sentence.startsWith("A row of customers"))
        .anyMatch(sentence -> sentence.contains("odd"));
  }

  static String golden() throws IOException {
    try (InputStream page =
        Objects.requireNonNull(SchemaFile.class.getResourceAsStream("/db/schema.sql"))) {
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
