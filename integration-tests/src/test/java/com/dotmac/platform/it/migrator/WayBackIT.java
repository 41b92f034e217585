package com.dotmac.platform.it.migrator;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.harness.MigratedPostgres;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.migrator.changelog.Changelog;
import com.dotmac.platform.migrator.drift.Difference;
import com.dotmac.platform.migrator.footprint.Footprints;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NeedsDatabase
class WayBackIT {
  private static final String NOTE = "ALTER TABLE users ADD note text;\n\n--rollback ";

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(ints = {15, MigratedPostgres.VERSION, 18})
  void every_change_goes_up_down_and_up_again_with_rows_and_is_what_it_says(int version)
      throws Exception {
    try (TestDatabase database = MigratedPostgres.emptyDatabase(version)) {
      assertThat(WayBackProof.sentences(database, Changelog.packaged())).isEmpty();

      assertThat(Difference.between(Footprints.packaged().head(), Facts.catalog(database)))
          .isEmpty();
      try (Connection administrator = database.connectAsAdministrator()) {
        assertThat(BelievableRows.digests(administrator))
            .hasSizeGreaterThan(8)
            .doesNotContainValue("null");
      }
    }
  }

  @Test
  void a_way_back_that_forgets_something_is_blamed(@Own TestDatabase database) throws Exception {
    assertThat(
            sentences(
                database,
                "lossy. Drops the notes.",
                NOTE + "ALTER TABLE users DROP COLUMN note, ALTER COLUMN email DROP NOT NULL;"))
        .containsExactly(
            "9001-tests-change, taken back, leaves a difference: COLUMN users.email is CHANGED",
            "9001-tests-change, applied again, leaves a difference: COLUMN users.email is CHANGED");
  }

  @Test
  void a_way_back_that_loses_values_is_not_reversible(@Own TestDatabase database) throws Exception {
    assertThat(sentences(database, "reversible", NOTE + "ALTER TABLE users DROP COLUMN note;"))
        .containsExactly(
            "9001-tests-change says reversible, and with it goes: [column users.note: 1 value]");
  }

  @Test
  void a_column_that_only_changes_its_name_loses_nothing(@Own TestDatabase database)
      throws Exception {
    assertThat(
            sentences(
                database,
                "reversible",
                "ALTER TABLE users RENAME COLUMN display_name TO shown_name;\n\n"
                    + "--rollback ALTER TABLE users RENAME COLUMN shown_name TO display_name;"))
        .isEmpty();
  }

  @Test
  void a_way_back_that_fails_is_blamed(@Own TestDatabase database) throws Exception {
    assertThat(sentences(database, "lossy. Notes.", NOTE + "ALTER TABLE users DROP COLUMN no;"))
        .singleElement()
        .asString()
        .contains("9001-tests-change cannot be taken back", "column \"no\"");
  }

  @Test
  void a_way_back_that_touches_other_rows_is_blamed(@Own TestDatabase database) throws Exception {
    assertThat(
            sentences(
                database,
                "lossy. Drops the notes.",
                NOTE
                    + "ALTER TABLE users DROP COLUMN note; ALTER TABLE users NO FORCE ROW LEVEL SECURITY;"
                    + " UPDATE users SET display_name = 'x';"
                    + " ALTER TABLE users FORCE ROW LEVEL SECURITY;"))
        .containsExactly("9001-tests-change, taken back, changes rows of users");
  }

  @Test
  void a_word_without_its_reason_is_blamed(@Own TestDatabase database) throws Exception {
    assertThat(sentences(database, "forward-only", "SELECT 1;"))
        .containsExactly("9001-tests-change says forward-only, and not why");
  }

  @Test
  void what_was_never_tried_with_rows_is_not_proven(@Own TestDatabase database) throws Exception {
    assertThat(
            sentences(
                database,
                "lossy",
                "CREATE SCHEMA aside; CREATE TABLE aside.thing (id int);\n\n"
                    + "--rollback DROP TABLE aside.thing; DROP SCHEMA aside;"))
        .containsExactly(
            "9001-tests-change could not be proven: nothing is stored in what it drops",
            "9001-tests-change says lossy, and not what is lost");
  }

  /** What the proof says of one more change, in a database with rows. */
  private List<String> sentences(TestDatabase database, String declaration, String sql)
      throws Exception {
    try (Connection administrator = database.connectAsAdministrator()) {
      BelievableRows.fill(administrator);
    }
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.add("9001-tests-change", declaration, sql);
    return WayBackProof.sentences(database, Changelog.ofFile(Path.of(changes.list())));
  }
}
