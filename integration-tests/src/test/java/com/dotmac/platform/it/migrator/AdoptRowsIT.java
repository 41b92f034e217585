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

/** Changes of rows leave nothing in the catalogue by which an adoption could judge them. */
@NeedsDatabase
class AdoptRowsIT {
  private static final String SILENT = "9002-tests-renew";
  private static final String TELLING = "9003-tests-shout";

  @TempDir private static Path folder = Path.of("");
  private static String list = "";
  private static String tellingList = "";

  @BeforeAll
  static void writeTheLists(@Empty TestDatabase first, @Empty TestDatabase second)
      throws IOException {
    ChangesOnDisk silent = ChangesOnDisk.in(folder.resolve("silent"));
    silent.add("9001-tests-thing", "CREATE TABLE thing (id int, word text);");
    silent.add(SILENT, "UPDATE thing SET word = 'new' WHERE word = 'old';");
    silent.snapshot(first);
    list = silent.list();
    ChangesOnDisk telling = ChangesOnDisk.in(folder.resolve("telling"));
    telling.add("9001-tests-thing", "CREATE TABLE thing (id int, word text);");
    telling.add(TELLING, "UPDATE thing SET word = 'NEW' WHERE word = 'new';");
    telling.edit(
        TELLING,
        "-- Phase: expand",
        "-- Left to do: SELECT id FROM thing WHERE word = 'new';\n-- Phase: expand");
    telling.snapshot(second);
    tellingList = telling.list();
  }

  @Test
  void a_change_of_rows_that_are_left_to_do_is_run(@Own TestDatabase database) throws SQLException {
    lose(database, tellingList, "INSERT INTO thing VALUES (1, 'new')");

    assertThat(MigratorRun.of(database, "adopt", "--migrations", tellingList).words())
        .contains(TELLING + " absent");
    assertThat(adopt(database, tellingList).done().out()).contains(TELLING + "  run");
    assertThat(Facts.ask(database, "SELECT word FROM thing")).isEqualTo("NEW");
  }

  @Test
  void a_change_of_rows_that_has_nothing_left_to_do_is_stamped(@Own TestDatabase database)
      throws SQLException {
    lose(database, tellingList, "INSERT INTO thing VALUES (1, 'NEW')");

    assertThat(adopt(database, tellingList).done().out()).contains(TELLING + "  stamped");
    assertThat(MigratorRun.of(database, "adopt", "--migrations", tellingList).done().out())
        .contains("its history is true");
  }

  @Test
  void a_change_of_rows_that_does_not_say_how_to_tell_is_not_stamped_on_a_guess(
      @Own TestDatabase database) throws SQLException {
    lose(database, list, "INSERT INTO thing VALUES (1, 'old')");

    assertThat(adopt(database, list).refused(6).err())
        .contains("CHANGE " + SILENT + " changes rows only", "-- Left to do: SELECT");
    assertThat(Facts.tables(database)).doesNotContain("databasechangelog");
    assertThat(Facts.ask(database, "SELECT word FROM thing")).isEqualTo("old");
  }

  @Test
  void a_change_of_rows_after_one_that_is_to_be_run_is_run(@Own TestDatabase database)
      throws SQLException {
    lose(database, list, "DROP TABLE thing");

    assertThat(adopt(database, list).done().out()).contains(SILENT + "  run");
  }

  /** A database at the end of a list that has lost its history. */
  private static void lose(TestDatabase database, String changes, String sql) throws SQLException {
    MigratorRun.of(database, "migrate", "--migrations", changes).done();
    Facts.run(database, sql + "; DROP TABLE databasechangelog, databasechangeloglock");
  }

  private static MigratorRun adopt(TestDatabase database, String changes) {
    return MigratorRun.of(database, "adopt", "--apply", "--complete", "--migrations", changes);
  }
}
