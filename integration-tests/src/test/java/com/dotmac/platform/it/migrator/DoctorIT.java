package com.dotmac.platform.it.migrator;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.harness.Empty;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@NeedsDatabase
class DoctorIT {

  @Test
  void a_database_at_head_is_well(@Own TestDatabase database) {
    assertThat(MigratorRun.of(database, "doctor").done().out()).contains("is well").hasLineCount(1);
  }

  @Test
  void each_ailment_is_named_with_the_change_and_a_cure_that_works(@Own TestDatabase database)
      throws SQLException {
    Facts.run(
        database,
        """
        DROP INDEX ix_partners_status;
        ALTER TABLE customers ALTER COLUMN name DROP NOT NULL;
        UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'uq_partners_company_name'::regclass;
        ALTER TABLE users ADD CONSTRAINT ck_users_strange CHECK (version >= 0) NOT VALID;
        REVOKE SELECT ON customers FROM dotmac_app;
        """);

    MigratorRun run = MigratorRun.of(database, "doctor");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out())
        .contains(
            "stamped_but_missing: INDEX partners.ix_partners_status",
            "made by 0009-partners-create-partners",
            "altered: COLUMN customers.name",
            "invalid_index: INDEX partners.uq_partners_company_name",
            "unvalidated_constraint: CONSTRAINT users.ck_users_strange",
            "rights: GRANT grant on customers dotmac_app",
            "5 things wrong");

    JsonNode report = JsonReport.of(MigratorRun.of(database, "doctor", "--json"), "doctor");
    try (Connection owner = database.connectAsOwner();
        Statement statement = owner.createStatement()) {
      for (String cure : cures(report)) {
        statement.execute(cure);
      }
    }
    assertThat(MigratorRun.of(database, "doctor").done().out()).contains("is well");
  }

  @Test
  void a_lock_row_that_nobody_holds_is_named_and_a_run_heals_it(@Own TestDatabase database)
      throws SQLException {
    Facts.run(
        database,
        "UPDATE databasechangeloglock SET locked = true, lockgranted = now(), lockedby = 'gone'");

    assertThat(MigratorRun.of(database, "doctor").out())
        .contains(
            "stale_lock: TABLE databasechangeloglock", "cure: java -jar migrator.jar db migrate");
    MigratorRun.of(database, "migrate").done();
    MigratorRun.of(database, "doctor").done();
  }

  @Test
  void a_database_without_history_is_sent_to_adopt(@Empty TestDatabase database)
      throws SQLException {
    Facts.run(database, "CREATE TABLE users (id int)");

    assertThat(MigratorRun.of(database, "doctor").refused(8).err()).contains("db adopt");
  }

  private static List<String> cures(JsonNode report) {
    List<String> cures = new ArrayList<>();
    report
        .at("/result/ailments")
        .forEach(ailment -> ailment.path("cure").forEach(step -> cures.add(step.asText())));
    return cures;
  }
}
