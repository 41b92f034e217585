package com.dotmac.platform.it.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

@NeedsDatabase
class MigratedPostgresIT {
  @AfterAll
  static void say_how_long_a_clone_was_waited_for() {
    System.out.printf(
        "A clone of the migrated template was waited for %d ms on average%n",
        MigratedPostgres.averageWaitForAClone().toMillis());
  }

  @Test
  void the_migrator_made_the_tables(TestDatabase database) throws SQLException {
    assertThat(ask(database.connectAsApp(), "SELECT count(*) > 0 FROM databasechangelog"))
        .isEqualTo("t");
  }

  @Test
  void a_class_keeps_its_database(TestDatabase database, TestDatabase again) {
    assertThat(again).isSameAs(database);
  }

  @Test
  void a_database_of_ones_own_is_another_one(
      TestDatabase database, @Own TestDatabase own, @Own TestDatabase other) {
    assertThat(own.name()).isNotEqualTo(database.name()).isNotEqualTo(other.name());
  }

  @Test
  void an_empty_database_has_no_table(@Empty TestDatabase empty) throws SQLException {
    assertThat(
            ask(
                empty.connectAsOwner(),
                "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
        .isEqualTo("0");
  }

  @Test
  void a_closed_database_is_gone(TestDatabase database) throws SQLException {
    TestDatabase shortLived = MigratedPostgres.migratedDatabase();
    Connection connected = shortLived.connectAsApp();
    shortLived.close();
    assertThat(connected.isValid(5)).isFalse();
    assertThat(
            ask(
                database.connectAsApp(),
                "SELECT count(*) FROM pg_database WHERE datname = '" + shortLived.name() + "'"))
        .isEqualTo("0");
  }

  @Test
  void the_roles_are_no_superusers(TestDatabase database) throws SQLException {
    String superuser = "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user";
    assertThat(ask(database.connectAsApp(), superuser)).isEqualTo("f");
    assertThat(ask(database.connectAsOwner(), superuser)).isEqualTo("f");
    assertThat(ask(database.connectAsReadonly(), superuser)).isEqualTo("f");
    assertThat(ask(database.connectAsAdministrator(), superuser)).isEqualTo("t");
  }

  @Test
  void a_wrong_password_is_refused(TestDatabase database) {
    assertThatThrownBy(
            () -> DriverManager.getConnection(database.jdbcUrl(), database.appUser(), "wrong"))
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void a_tenant_lasts_as_long_as_the_connection(TestDatabase database) throws SQLException {
    UUID tenant = UUID.randomUUID();
    String current = "SELECT current_tenant_id()";
    assertThat(ask(database.connectAsApp(tenant), current)).isEqualTo(tenant.toString());
    assertThat(ask(database.connectAsOwner(tenant), current)).isEqualTo(tenant.toString());
    assertThat(ask(database.connectAsApp(), current)).isEqualTo("null");
  }

  @Test
  void the_server_is_in_a_zone_of_its_own(TestDatabase database) throws SQLException {
    assertThat(
            ask(
                database.connectAsApp(),
                "SELECT reset_val FROM pg_settings WHERE name = 'TimeZone'"))
        .isNotEqualTo("UTC");
  }

  private static String ask(Connection connection, String question) throws SQLException {
    try (connection;
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(question)) {
      answer.next();
      return String.valueOf(answer.getString(1));
    }
  }
}
