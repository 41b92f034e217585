package com.dotmac.platform.it.migrator;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.harness.Empty;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.migrator.catalog.Catalog;
import com.dotmac.platform.migrator.changelog.Digest;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsDatabase
class LintIT {
  @TempDir private Path folder = Path.of("");

  @Test
  void our_own_changes_neither_block_nor_rewrite_what_is_there(@Empty TestDatabase database)
      throws SQLException {
    MigratorRun run = MigratorRun.of(database, "lint", "--against-database").done();

    assertThat(run.out()).hasLineCount(1).contains(" changes: 0 errors, 0 warnings");
    assertThat(Facts.tables(database)).contains("partner_accounts");
    assertThat(Facts.ask(database, "SELECT count(*) FROM databasechangelog")).isEqualTo("0");
  }

  @Test
  void locks_and_rewrites_are_seen_even_where_no_rule_can_read_them(@Empty TestDatabase database)
      throws IOException {
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.add(
        "9001-tests-hide",
        "DO $$\nBEGIN\n  ALTER TABLE customers ALTER COLUMN version TYPE bigint;\nEND $$;\n"
            + "DO $$ BEGIN LOCK TABLE partners IN SHARE MODE; END $$;\n--rollback SELECT 1;");
    MigratorRun run =
        MigratorRun.of(database, "lint", "--against-database", "--migrations", changes.list());

    assertThat(run.exit()).isEqualTo(6);
    assertThat(run.out())
        .contains(
            "9001-tests-hide.sql:6: error measured-rewrite: writes customers anew",
            "9001-tests-hide.sql:6: warning measured-exclusive-lock: holds ACCESS EXCLUSIVE on"
                + " customers",
            "9001-tests-hide.sql:10: warning measured-write-lock: holds SHARE on partners",
            "1 error, 4 warnings");
  }

  @Test
  void a_change_outside_a_transaction_is_run_as_it_asks(@Empty TestDatabase database)
      throws IOException, SQLException {
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    String id = "9001-tests-index";
    changes.add(id, "CREATE INDEX CONCURRENTLY ix_customers_name ON customers (tenant_id, name);");
    changes.edit(id, "stripComments:false", "stripComments:false runInTransaction:false");
    changes.edit(id, "(tenant_id, name);", "(tenant_id, name);\n--rollback SELECT 1;");

    assertThat(
            MigratorRun.of(database, "lint", "--against-database", "--migrations", changes.list())
                .done()
                .out())
        .contains(Digest.packaged().size() + 1 + " changes: 0 errors, 0 warnings");
    assertThat(
            Facts.ask(
                database,
                "SELECT indisvalid FROM pg_index"
                    + " WHERE indexrelid = to_regclass('ix_customers_name')"))
        .isEqualTo("t");
  }

  @Test
  void a_database_in_use_is_refused_and_left_alone(@Own TestDatabase database) throws SQLException {
    Catalog before = Facts.catalog(database);
    MigratorRun run = MigratorRun.of(database, "lint", "--against-database").refused(6);

    assertThat(run.err()).contains("is not empty", "Nothing was run", "empty database");
    assertThat(Facts.catalog(database)).isEqualTo(before);
  }

  @Test
  void a_change_that_fails_is_named_with_its_line(@Empty TestDatabase database) throws IOException {
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.add("9001-tests-break", "SELECT 1;\nALTER TABLE nowhere ADD COLUMN x bigint;");

    assertThat(
            MigratorRun.of(database, "lint", "--against-database", "--migrations", changes.list())
                .refused(7)
                .err())
        .contains("9001-tests-break.sql line 7", "\"nowhere\" does not exist");
  }

  @Test
  void a_program_reads_the_findings_and_the_rules(@Empty TestDatabase database) throws IOException {
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.add("9001-tests-drop", "DROP TABLE users;\n--rollback SELECT 1;");
    MigratorRun run = MigratorRun.of(database, "lint", "--json", "--migrations", changes.list());
    JsonNode report = JsonReport.of(run, "lint");

    assertThat(report.path("outcome").asText()).isEqualTo("refused");
    assertThat(report.at("/result/findings/0/rule").asText()).isEqualTo("drop-table-in-expand");
    assertThat(report.at("/result/findings/0/line").asInt()).isEqualTo(6);
    assertThat(report.at("/result/errors").asInt()).isEqualTo(1);

    JsonNode rules = JsonReport.of(MigratorRun.of(database, "lint", "--rules", "--json"), "lint");
    assertThat(rules.at("/result/rules/0/group").asText()).isEqualTo("data_loss");
  }
}
