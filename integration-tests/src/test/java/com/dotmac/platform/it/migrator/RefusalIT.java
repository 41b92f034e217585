package com.dotmac.platform.it.migrator;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.harness.Empty;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.migrator.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsDatabase
class RefusalIT {
  @TempDir private Path folder = Path.of("");

  @Test
  void a_wrong_password_is_told(@Empty TestDatabase database) {
    Map<String, String> environment = with(database, "DATABASE_PASSWORD", "wrong");

    assertThat(MigratorRun.of(environment, "migrate").refused(9).err())
        .contains("does not accept the password of role dotmac_owner", "DATABASE_PASSWORD")
        .doesNotContain("wrong");
  }

  @Test
  void a_stock_verb_makes_no_history_in_a_database_of_another_product(@Empty TestDatabase database)
      throws SQLException {
    Facts.run(database, "CREATE TABLE invoices (id int)");

    assertThat(MigratorRun.of(database, "tag", "v1").refused(8).err()).contains("db adopt");
    assertThat(Facts.tables(database)).isEqualTo("invoices");
  }

  @Test
  void a_missing_password_is_told(@Empty TestDatabase database) {
    assertThat(MigratorRun.of(with(database, "DATABASE_PASSWORD", ""), "migrate").refused(9).err())
        .contains("none was given", "set DATABASE_PASSWORD");
  }

  @Test
  void a_database_that_does_not_exist_is_told(@Empty TestDatabase database) {
    Map<String, String> environment =
        with(database, "DATABASE_URL", database.jdbcUrl().replace(database.name(), "nowhere"));

    assertThat(MigratorRun.of(environment, "migrate").refused(9).err())
        .contains("database nowhere at localhost", "CREATE DATABASE nowhere OWNER dotmac_owner;");
  }

  @Test
  void a_role_that_may_not_create_tables_is_told_which_right_it_lacks(@Empty TestDatabase database)
      throws SQLException {
    Facts.run(database, "CREATE ROLE it_without_rights LOGIN PASSWORD 'known'");
    Map<String, String> environment = with(database, "DATABASE_PASSWORD", "known");
    environment.put("DATABASE_USER", "it_without_rights");
    MigratorRun run = MigratorRun.of(environment, "migrate").refused(6);

    assertThat(run.err())
        .contains("role it_without_rights may not create tables", "CREATE on schema public");
    assertThat(Facts.tables(database)).isEqualTo("null");
  }

  @Test
  void the_application_role_is_stopped_by_a_database_at_head_too(@Own TestDatabase database)
      throws IOException, SQLException {
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.add("9001-tests-add", "CREATE TABLE added (id int);");
    MigratorRun run =
        MigratorRun.of(database.environmentOfApp(), "migrate", "--migrations", changes.list());

    assertThat(run.refused(6).err()).contains("dotmac_app");
    assertThat(Facts.tables(database)).doesNotContain("added");
  }

  @Test
  void a_broken_change_is_named_with_its_line_and_leaves_nothing(@Own TestDatabase database)
      throws IOException, SQLException {
    Catalog before = Facts.catalog(database);
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.add(
        "9001-tests-break", "CREATE TABLE half (id int);\nALTER TABLE half ADD COLUM x y z;");
    MigratorRun run =
        MigratorRun.of(database, "migrate", "--migrations", changes.list()).refused(7);

    assertThat(run.err())
        .contains(
            "change 9001-tests-break failed on database " + database.name(),
            "db/changes/9001-tests-break.sql line 7: syntax error at or near \"y\" (42601)",
            "ADD COLUM x y z",
            "It was rolled back");
    assertThat(Facts.catalog(database)).isEqualTo(before);
    assertThat(Facts.ask(database, "SELECT locked FROM databasechangeloglock")).isEqualTo("f");
  }

  @Test
  void changes_before_a_broken_one_stay_and_the_next_run_goes_on(@Own TestDatabase database)
      throws IOException, SQLException {
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.add("9001-tests-add", "CREATE TABLE first (id int);");
    changes.add("9002-tests-break", "CREATE TABLE second (id nonsense);");
    MigratorRun broken = MigratorRun.of(database, "migrate", "--migrations", changes.list());
    changes.edit("9002-tests-break", "nonsense", "int");
    MigratorRun mended = MigratorRun.of(database, "migrate", "--migrations", changes.list());

    assertThat(broken.refused(7).err()).contains("9002-tests-break", "\"nonsense\" does not exist");
    assertThat(broken.out()).contains("9001-tests-add");
    assertThat(mended.done().out()).contains("1 change applied").doesNotContain("9001");
    assertThat(Facts.tables(database)).contains("first", "second");
  }

  @Test
  void what_the_server_hints_is_passed_on(@Own TestDatabase database) throws IOException {
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.add("9001-tests-break", "SELECT no_such_function(1);");

    assertThat(MigratorRun.of(database, "migrate", "--migrations", changes.list()).refused(7).err())
        .contains("hint:   No function matches");
  }

  @Test
  void an_edited_change_is_named_and_nothing_is_run(@Own TestDatabase database)
      throws IOException, SQLException {
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.edit("0003-tenancy-create-tenants", "varchar(63)", "varchar(64)");
    changes.add("9001-tests-add", "CREATE TABLE added (id int);");
    MigratorRun run =
        MigratorRun.of(database, "migrate", "--migrations", changes.list()).refused(4);

    assertThat(run.err())
        .contains(
            "0003-tenancy-create-tenants was edited",
            "restore db/changes/0003-tenancy-create-tenants.sql",
            "a new change");
    assertThat(Facts.tables(database)).doesNotContain("added");
  }

  @Test
  void an_unmanaged_database_is_left_alone(@Empty TestDatabase database) throws SQLException {
    for (int i = 1; i <= 7; i++) {
      Facts.run(database, "CREATE TABLE stranger_" + i + " (id int)");
    }
    String before = Facts.tables(database);

    assertThat(MigratorRun.of(database, "migrate").refused(8).err())
        .contains("7 tables: stranger_1, stranger_2", "and 2 more", "Nothing was changed");
    assertThat(MigratorRun.of(database, "migrate", "--dry-run").exit()).isEqualTo(8);
    assertThat(Facts.tables(database)).isEqualTo(before);
  }

  @Test
  void a_history_that_the_list_does_not_continue_is_refused(@Own TestDatabase database)
      throws IOException, SQLException {
    Facts.run(database, "UPDATE databasechangelog SET id = '0011-other' WHERE id LIKE '0011%'");
    Catalog before = Facts.catalog(database);

    assertThat(MigratorRun.of(database, "migrate").refused(6).err())
        .contains("0011-other", "0011-partners-create-partner-accounts");
    assertThat(Facts.catalog(database)).isEqualTo(before);
  }

  private static Map<String, String> with(TestDatabase database, String name, String value) {
    Map<String, String> environment = new HashMap<>(database.environmentOfOwner());
    environment.put(name, value);
    return environment;
  }
}
