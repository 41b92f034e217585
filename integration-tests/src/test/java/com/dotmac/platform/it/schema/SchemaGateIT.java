package com.dotmac.platform.it.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.dotmac.platform.app.schema.SchemaRefusedException;
import com.dotmac.platform.domain.schema.RequiredSchema;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.Empty;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;

/** On which databases, and as whom, the application does not start. */
@NeedsDatabase
class SchemaGateIT {
  static final String NEWER = "9999-partners-add-what-we-do-not-know";
  static final String WITHOUT_LAST =
      "DELETE FROM databasechangelog WHERE orderexecuted ="
          + " (SELECT max(orderexecuted) FROM databasechangelog)";

  private static final String MIGRATE = "Run: java -jar migrator.jar db migrate";
  private static final String HEAD = RequiredSchema.ofThisBuild().version();

  static String newer(String label) {
    return """
        INSERT INTO databasechangelog (id, author, filename, dateexecuted, orderexecuted, exectype, labels)
        SELECT '%s', 'a', 'f', localtimestamp, max(orderexecuted) + 1, 'EXECUTED', '%s'
        FROM databasechangelog
        """
        .formatted(NEWER, label);
  }

  @Test
  void an_empty_database(@Empty TestDatabase empty) {
    refuses(empty.environmentOfApp(), 2).isEqualTo("The database is empty. " + MIGRATE);
  }

  @Test
  void a_database_that_lacks_a_change(@Own TestDatabase own) {
    own.administer(WITHOUT_LAST);
    refuses(own.environmentOfApp(), 2)
        .startsWith("The database is at ")
        .endsWith("; this app needs " + HEAD + ", 1 pending. " + MIGRATE);
  }

  @Test
  void a_history_without_a_single_change(@Own TestDatabase own) {
    own.administer("TRUNCATE databasechangelog");
    refuses(own.environmentOfApp(), 2)
        .startsWith("The database has seen no change")
        .endsWith(MIGRATE);
  }

  @Test
  void tables_that_something_else_made(@Own TestDatabase own) {
    own.administer("ALTER TABLE databasechangelog RENAME TO hidden");
    refuses(own.environmentOfApp(), 8)
        .contains("no history of changes: something other than the migrator made them.")
        .endsWith("Run: java -jar migrator.jar db adopt");
  }

  @Test
  void a_newer_database_that_took_something_away(@Own TestDatabase own) {
    own.administer(newer("contract"));
    refuses(own.environmentOfApp(), 6)
        .isEqualTo(
            "The database is at %s, newer than this app, which was built for %s; something that it needs may be gone. Deploy the app of the same release as the migrator."
                .formatted(NEWER, HEAD));
  }

  @Test
  void but_a_newer_database_that_only_added_is_served(@Own TestDatabase own) {
    own.administer(newer("expand"));
    try (RunningPlatform platform = RunningPlatform.on(own)) {
      assertThat(ApiClient.ofAdmin(platform).get("/healthcheck").status()).isEqualTo(200);
    }
  }

  @Test
  void the_role_that_owns_the_tables(TestDatabase database) {
    refuses(as(database, database.ownerUser(), database.ownerPassword()), 6)
        .contains("The role dotmac_owner", "may create roles", "may create tables", "owns tables")
        .endsWith(
            "The app must connect as a role that can use tables and change none: dotmac_app.");
  }

  @Test
  void a_superuser(TestDatabase database) {
    refuses(as(database, "postgres", ""), 6).contains("is a superuser", "bypasses row security");
  }

  @Test
  void a_role_that_may_create_in_the_schema(@Own TestDatabase own) {
    own.administer("GRANT CREATE ON SCHEMA public TO dotmac_app");
    refuses(own.environmentOfApp(), 6)
        .startsWith("The role dotmac_app may create tables. The app must connect");
  }

  @Test
  void a_role_that_may_create_schemas(@Own TestDatabase own) {
    own.administer("GRANT CREATE ON DATABASE %s TO dotmac_app".formatted(own.name()));
    refuses(own.environmentOfApp(), 6)
        .startsWith("The role dotmac_app may create schemas in this database.");
  }

  @Test
  void a_server_that_is_not_there(TestDatabase database) {
    Map<String, String> environment = new HashMap<>(database.environmentOfApp());
    environment.put("DATABASE_URL", "jdbc:postgresql://localhost:1/dotmac?secret=word");
    refuses(environment, 9)
        .startsWith("The database at jdbc:postgresql://localhost:1/dotmac does not answer: ")
        .endsWith("Check the address, the credentials and the server.")
        .doesNotContain("secret");
  }

  @Test
  void a_wrong_password(TestDatabase database) {
    refuses(as(database, database.appUser(), "not-the-password"), 9)
        .contains("does not answer: ", "dotmac_app")
        .doesNotContain("not-the-password");
  }

  @Test
  void a_database_that_is_not_there(TestDatabase database) {
    Map<String, String> environment = new HashMap<>(database.environmentOfApp());
    environment.put("DATABASE_URL", database.jdbcUrl() + "_not");
    refuses(environment, 9).contains(database.name() + "_not");
  }

  private static Map<String, String> as(TestDatabase database, String user, String password) {
    return Map.of(
        "DATABASE_URL", database.jdbcUrl(), "DATABASE_USER", user, "DATABASE_PASSWORD", password);
  }

  /**
   * Starts while both ports are taken: who came as far as opening one would fail for that instead.
   */
  private static AbstractStringAssert<?> refuses(Map<String, String> environment, int exitCode) {
    try (ServerSocket port = new ServerSocket(0);
        ServerSocket adminPort = new ServerSocket(0)) {
      Map<String, String> variables = new HashMap<>(environment);
      variables.put("PORT", String.valueOf(port.getLocalPort()));
      variables.put("ADMIN_PORT", String.valueOf(adminPort.getLocalPort()));
      Throwable failure =
          catchThrowable(
              () -> RunningPlatform.on(variables, Clock.systemUTC(), RequiredSchema.ofThisBuild()));
      List<SchemaRefusedException> refusals =
          Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
              .filter(SchemaRefusedException.class::isInstance)
              .map(SchemaRefusedException.class::cast)
              .toList();
      assertThat(refusals).as("refusals in %s", failure).hasSize(1);
      assertThat(refusals.get(0).exitCode()).isEqualTo(exitCode);
      return assertThat(String.valueOf(refusals.get(0).getMessage()));
    } catch (IOException e) {
      throw new AssertionError("No free port", e);
    }
  }
}
