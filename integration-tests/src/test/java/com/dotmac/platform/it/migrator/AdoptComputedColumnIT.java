package com.dotmac.platform.it.migrator;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.harness.Empty;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An object mapper makes a plain column of what the database should compute. */
@NeedsDatabase
class AdoptComputedColumnIT {
  private static final String CHANGE = "9001-tests-bill";

  @TempDir private static Path folder = Path.of("");
  private static String list = "";

  @BeforeAll
  static void writeTheList(@Empty TestDatabase scratch) throws IOException {
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.add(
        CHANGE,
        "CREATE TABLE bill (id int CONSTRAINT pk_bill PRIMARY KEY, net bigint NOT NULL,"
            + " tax bigint NOT NULL,"
            + " gross bigint NOT NULL GENERATED ALWAYS AS (net + tax) STORED)");
    changes.snapshot(scratch);
    list = changes.list();
  }

  @Test
  void is_computed_where_each_value_is_the_computed_one(@Own TestDatabase database)
      throws SQLException {
    makeItPlain(database, "INSERT INTO bill VALUES (1, 100, 19, 119), (2, 0, 0, 0)");

    MigratorRun plan = MigratorRun.of(database, "adopt", "--migrations", list);
    assertThat(plan.words())
        .contains(
            "completable: COLUMN bill.gross is a plain column and should be computed",
            "checked: SELECT t.id FROM bill t WHERE t.gross IS NULL OR t.gross IS DISTINCT FROM",
            "sql: ALTER TABLE bill DROP COLUMN gross");

    adopt(database).done();

    MigratorRun.of(database, "verify", "--migrations", list).done();
    assertThat(Facts.ask(database, "SELECT string_agg(gross::text, ' ' ORDER BY id) FROM bill"))
        .isEqualTo("119 0");
    Facts.run(database, "UPDATE bill SET tax = 20 WHERE id = 1");
    assertThat(Facts.ask(database, "SELECT gross FROM bill WHERE id = 1")).isEqualTo("120");
  }

  @Test
  void is_refused_where_a_value_is_another_one(@Own TestDatabase database) throws SQLException {
    makeItPlain(database, "INSERT INTO bill VALUES (1, 100, 19, 119), (7, 100, 19, 118)");

    MigratorRun run = adopt(database).refused(6);

    assertThat(run.err())
        .contains(
            "COLUMN bill.gross is a plain column and should be computed, and 1 row is in the way");
    assertThat(run.out()).contains("{\"id\":7}");
    assertThat(Facts.ask(database, "SELECT gross FROM bill WHERE id = 7")).isEqualTo("118");
  }

  @Test
  void is_refused_where_something_would_go_with_the_column(@Own TestDatabase database)
      throws SQLException {
    makeItPlain(database, "CREATE INDEX ix_bill_gross ON bill (gross)");

    assertThat(adopt(database).refused(6).err())
        .contains("should be computed, and these rest on it: INDEX bill.ix_bill_gross");
  }

  private static void makeItPlain(TestDatabase database, String then) throws SQLException {
    MigratorRun.of(database, "migrate", "--migrations", list).done();
    Facts.run(
        database,
        "ALTER TABLE bill ALTER COLUMN gross DROP EXPRESSION;"
            + then
            + "; DROP TABLE databasechangelog, databasechangeloglock");
  }

  private static MigratorRun adopt(TestDatabase database) {
    return MigratorRun.of(database, "adopt", "--apply", "--complete", "--migrations", list);
  }
}
