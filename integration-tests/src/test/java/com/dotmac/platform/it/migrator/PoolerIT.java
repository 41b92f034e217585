package com.dotmac.platform.it.migrator;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.harness.Empty;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.it.migrator.SwitchingProxy.Order;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@NeedsDatabase
class PoolerIT {

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OWN")
  void behind_a_transaction_pooler_nothing_is_run_and_no_lock_stays(
      Order order, @Empty TestDatabase database) throws Exception {
    try (SwitchingProxy pooler = new SwitchingProxy(database, order)) {
      MigratorRun run = MigratorRun.of(behind(pooler, database), "migrate").refused(9);

      assertThat(run.err()).contains("is behind a transaction pooler", "at the server itself");
      assertThat(
              Facts.ask(
                  database,
                  "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database ="
                      + " (SELECT oid FROM pg_database WHERE datname = current_database())"))
          .isEqualTo("0");
      assertThat(Facts.tables(database)).isEqualTo("null");
    }
  }

  @Test
  void a_pool_in_session_mode_is_as_good_as_the_server(@Empty TestDatabase database)
      throws Exception {
    try (SwitchingProxy pooler = new SwitchingProxy(database, Order.OWN)) {
      assertThat(MigratorRun.of(behind(pooler, database), "migrate").done().out())
          .contains("changes applied");
    }
  }

  private static Map<String, String> behind(SwitchingProxy pooler, TestDatabase database) {
    return Map.of(
        "DATABASE_URL",
        "jdbc:postgresql://localhost:%d/%s".formatted(pooler.port(), database.name()),
        "DATABASE_USER",
        "postgres",
        "DATABASE_PASSWORD",
        "");
  }
}
