package com.dotmac.platform.it.migrator;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.harness.Empty;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsDatabase
class StatusIT {

  @Test
  void a_database_at_the_last_change_is_current(@Own TestDatabase database) {
    MigratorRun run = MigratorRun.of(database, "status").done();

    assertThat(run.out()).contains("applied", "UTC", ": up to date").doesNotContain("pending");
  }

  @Test
  void the_application_may_ask_too(@Own TestDatabase database) {
    assertThat(MigratorRun.of(database.environmentOfApp(), "status").exit()).isZero();
  }

  @Test
  void an_empty_database_has_everything_pending_and_is_left_alone(@Empty TestDatabase database)
      throws SQLException {
    MigratorRun run = MigratorRun.of(database, "status");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).contains("is empty: ", " changes pending").doesNotContain("applied");
    assertThat(Facts.tables(database)).isEqualTo("null");
  }

  @Test
  void a_new_change_is_pending(@Own TestDatabase database, @TempDir Path folder)
      throws IOException {
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.add("9001-tests-add", "CREATE TABLE added (id int);");
    MigratorRun run = MigratorRun.of(database, "status", "--migrations", changes.list());

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).containsPattern("pending +9001-tests-add").contains(": 1 change pending");
  }

  @Test
  void an_edited_change_is_marked(@Own TestDatabase database, @TempDir Path folder)
      throws IOException {
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.edit("0003-tenancy-create-tenants", "varchar(63)", "varchar(64)");
    MigratorRun run = MigratorRun.of(database, "status", "--migrations", changes.list());

    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.out()).containsPattern("edited .*0003-tenancy-create-tenants");
  }

  @Test
  void a_database_ahead_of_this_migrator_is_current(@Own TestDatabase database)
      throws SQLException {
    Facts.run(
        database,
        "INSERT INTO databasechangelog (id, author, filename, dateexecuted, orderexecuted, exectype)"
            + " VALUES ('9002-later', 'dotmac', 'db/changes/9002-later.sql', now(), 9002, 'EXECUTED')");

    assertThat(MigratorRun.of(database, "status").done().out())
        .containsPattern("unknown +9002-later")
        .contains("ahead of this migrator by 1 change");
    assertThat(MigratorRun.of(database, "migrate").done().out())
        .contains("is ahead of this migrator by 1 change (last: 9002-later); nothing to do");
  }

  @Test
  void tables_without_history_are_unmanaged(@Empty TestDatabase database) throws SQLException {
    Facts.run(database, "CREATE TABLE orders (id int)");

    assertThat(MigratorRun.of(database, "status").refused(8).err()).contains("1 table: orders");
  }
}
