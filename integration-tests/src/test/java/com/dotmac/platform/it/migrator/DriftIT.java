package com.dotmac.platform.it.migrator;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.harness.Empty;
import com.dotmac.platform.it.harness.MigratedPostgres;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.migrator.catalog.Catalog;
import com.dotmac.platform.migrator.drift.Difference;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of drift in turn, on one database: found, named, repaired, and gone. */
@NeedsDatabase
class DriftIT {
  @TempDir private static Path folder = Path.of("");
  private static String list = "";
  private static @Nullable TestDatabase database;
  private static Catalog head = new Catalog(List.of());
  private static boolean clean;

  @BeforeAll
  static void writeTheList(@Empty TestDatabase blank) throws IOException {
    ChangesOnDisk changes = ChangesOnDisk.in(folder);
    changes.addEveryKind();
    changes.snapshot(blank);
    list = changes.list();
  }

  // One database for all of them, until one is left unrepaired.
  @BeforeEach
  void useACleanDatabase() throws SQLException {
    if (!clean) {
      drop();
      TestDatabase fresh = MigratedPostgres.migratedDatabase();
      database = fresh;
      MigratorRun.of(fresh, "migrate", "--migrations", list).done();
      head = Facts.catalog(fresh);
    }
    clean = false;
  }

  @AfterAll
  static void drop() {
    if (database != null) {
      database.close();
    }
  }

  @ParameterizedTest
  @MethodSource("com.dotmac.platform.it.migrator.Mutations#byOwner")
  void what_the_owner_did_by_hand_is_named_and_repaired(Mutation mutation) throws SQLException {
    try (Connection owner = database().connectAsOwner()) {
      isFoundAndRepaired(mutation, owner);
    }
  }

  @ParameterizedTest
  @MethodSource("com.dotmac.platform.it.migrator.Mutations#bySuperuser")
  void what_a_superuser_did_by_hand_is_named_and_repaired(Mutation mutation) throws SQLException {
    try (Connection administrator = database().connectAsAdministrator()) {
      isFoundAndRepaired(mutation, administrator);
    }
  }

  private static TestDatabase database() {
    return Objects.requireNonNull(database);
  }

  private static void isFoundAndRepaired(Mutation mutation, Connection connection)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(mutation.sql());
    }

    Drift drift = Drift.of(database(), "--migrations", list);
    assertThat(drift.exit()).isEqualTo(3);
    assertThat(drift.findings()).contains(mutation.finding());
    drift.repair(connection);

    assertThat(Difference.between(head, Facts.catalog(database()))).isEmpty();
    clean = true;
  }
}
