package com.dotmac.platform.it.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tries, in transactions that are rolled back, what the roles of the product must not be able to.
 */
@NeedsDatabase
class RolePowersIT {
  private final TestDatabase database;

  RolePowersIT(TestDatabase database) {
    this.database = database;
  }

  @Test
  void the_application_can_change_no_part_of_the_schema() throws SQLException {
    assertThat(after("SELECT 1", RolePowers::ofTheApp)).isEmpty();
  }

  @Test
  void the_reader_can_change_neither_the_schema_nor_a_row() throws SQLException {
    assertThat(after("SELECT 1", RolePowers::ofTheReader)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GRANT CREATE ON SCHEMA public TO dotmac_app     | CREATE TABLE public.odd (id int)
          REVOKE dotmac_app FROM dotmac_owner CASCADE; GRANT dotmac_owner TO dotmac_app | SET ROLE dotmac_owner
          ALTER TABLE users OWNER TO dotmac_app           | ALTER TABLE users DISABLE ROW LEVEL SECURITY
          ALTER TABLE users OWNER TO dotmac_app           | ALTER TABLE users ADD COLUMN odd int
          ALTER TABLE users OWNER TO dotmac_app           | DROP TABLE users CASCADE
          GRANT TRUNCATE ON partners TO dotmac_app        | TRUNCATE partners
          GRANT TRIGGER ON partners TO dotmac_app         | CREATE TRIGGER odd BEFORE UPDATE ON partners
          GRANT DELETE ON databasechangelog TO dotmac_app | DELETE FROM databasechangelog
          ALTER ROLE dotmac_app SUPERUSER                 | CREATE EXTENSION hstore
          """)
  void a_power_of_the_application_is_named(String mistake, String statement) throws SQLException {
    assertThat(after(mistake, RolePowers::ofTheApp))
        .anyMatch(sentence -> sentence.startsWith("dotmac_app can run \"" + statement));
  }

  @Test
  void a_power_of_the_reader_is_named() throws SQLException {
    assertThat(
            after("GRANT UPDATE (name) ON customers TO dotmac_readonly", RolePowers::ofTheReader))
        .containsExactly(
            "dotmac_readonly can run \"SELECT 1 FROM customers FOR UPDATE\": only the migrator may; REVOKE what lets it.");
  }

  private List<String> after(String mistake, Powers powers) throws SQLException {
    try (Connection connection = database.connectAsAdministrator()) {
      connection.setAutoCommit(false);
      Catalog.run(connection, mistake);
      List<String> sentences = powers.of(connection);
      connection.rollback();
      return sentences;
    }
  }

  private interface Powers {
    List<String> of(Connection administrator) throws SQLException;
  }
}
