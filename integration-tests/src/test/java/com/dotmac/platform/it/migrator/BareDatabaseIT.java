package com.dotmac.platform.it.migrator;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.harness.MigratedPostgres;
import com.dotmac.platform.it.harness.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The hardest repair: of a database in which nothing is left but the history. What the server has
 * deparsed is parsed again there, as in a copy that pg_dump makes, and has to be deparsed to the
 * same words.
 */
class BareDatabaseIT {
  private static final String FIRST = "0001-roles-create-app-and-readonly";

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(ints = {15, MigratedPostgres.VERSION, 18})
  void the_repair_of_a_bare_database_makes_the_whole_schema(int version) throws SQLException {
    try (TestDatabase original = MigratedPostgres.emptyDatabase(version);
        TestDatabase copy = MigratedPostgres.emptyDatabase(version)) {
      MigratorRun.of(original, "migrate").done();

      copyTheHistory(original, copy);
      isMadeByItsRepair(copy);

      assertThat(MigratorRun.of(copy, "migrate").done().out()).contains("nothing to do");
      assertThat(MigratorRun.of(copy, "adopt").done().out()).contains("its history is true");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {15, MigratedPostgres.VERSION, 18})
  void the_repair_of_a_bare_database_makes_every_kind_of_object(int version)
      throws SQLException, IOException {
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.addEveryKind();
    try (TestDatabase original = MigratedPostgres.emptyDatabase(version);
        TestDatabase copy = MigratedPostgres.emptyDatabase(version)) {
      changes.snapshot(original);

      copyTheHistory(original, copy);
      isMadeByItsRepair(copy, "--migrations", changes.list());
    }
  }

  private static void isMadeByItsRepair(TestDatabase copy, String... options) throws SQLException {
    Drift drift = Drift.of(copy, options);
    assertThat(drift.exit()).isEqualTo(3);
    assertThat(drift.findings())
        .hasSizeGreaterThan(10)
        .allSatisfy(finding -> assertThat(finding).startsWith("missing "));
    try (Connection owner = copy.connectAsOwner()) {
      drift.repair(owner);
    }
    assertThat(Drift.of(copy, options).findings()).isEmpty();
  }

  private static void copyTheHistory(TestDatabase from, TestDatabase to) throws SQLException {
    MigratorRun.of(to, "migrate", "--to", FIRST).done();
    MigratorRun.of(to, "rollback", "--count", "1").done();
    String rows = Facts.ask(from, "SELECT json_agg(h) FROM databasechangelog h");
    Facts.run(
        to,
        "INSERT INTO databasechangelog SELECT * FROM"
            + " json_populate_recordset(NULL::databasechangelog, '"
            + rows.replace("'", "''")
            + "')");
  }
}
