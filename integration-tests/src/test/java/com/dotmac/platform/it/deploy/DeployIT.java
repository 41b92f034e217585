package com.dotmac.platform.it.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.harness.Empty;
import com.dotmac.platform.it.harness.JarProgram;
import com.dotmac.platform.it.harness.JarProgram.Ended;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.TestDatabase;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@NeedsDatabase
class DeployIT {
  private static final String VERB = "java -jar migrator.jar db migrate";
  private static final Path JAVA = Path.of(System.getProperty("java.home"));

  static Stream<Arguments> javas() {
    return Javas.found().entrySet().stream()
        .map(java -> Arguments.of(java.getKey(), java.getValue()));
  }

  @ParameterizedTest(name = "on Java {0}")
  @MethodSource("javas")
  void from_an_empty_database_to_a_partner_and_a_clean_stop(
      int version, Path java, @Empty TestDatabase database) throws Exception {
    assertThat(version).isGreaterThanOrEqualTo(17);
    JarProgram app = new JarProgram(java, Jars.app(), database.environmentOfApp());
    JarProgram migrator = new JarProgram(java, Jars.migrator(), database.environmentOfOwner());
    letTheAppIn(database);

    Ended tooEarly = app.run("server");
    assertThat(tooEarly.err()).contains(VERB).doesNotContain("\tat ");
    assertThat(tooEarly.exitCode()).isEqualTo(2);

    Ended migrated = migrator.run("db", "migrate");
    assertThat(migrated.exitCode()).as(migrated.err()).isZero();
    assertThat(migrator.run("db", "status").exitCode()).isZero();

    Ended asOwner = new JarProgram(java, Jars.app(), database.environmentOfOwner()).run("server");
    assertThat(asOwner.err()).contains("dotmac_app").doesNotContain("\tat ");
    assertThat(asOwner.exitCode()).isEqualTo(6);

    serve(java, app, database);
  }

  private static void serve(Path java, JarProgram app, TestDatabase database) throws Exception {
    String key = registerTenant(app);
    try (RunningApp running = new RunningApp(java, database.environmentOfApp())) {
      running.awaitStart();
      HttpResponse<String> health = running.admin("/healthcheck");
      assertThat(health.statusCode()).as(health.body()).isEqualTo(200);
      assertThat(health.body())
          .containsPattern("\"state\":\"current\"")
          .containsPattern("\"databaseVersion\":\"\\d{4}-[a-z-]+\"");
      HttpResponse<String> created =
          running.post(
              key,
              "/api/v1/partners",
              "{\"companyName\":\"Deichwerk\",\"primaryEmail\":\"office@deichwerk.example\"}");
      assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
      HttpResponse<String> read = running.get(key, "/api/v1/partners/by-number/PTR-000001");
      assertThat(read.statusCode()).isEqualTo(200);
      assertThat(read.body()).isEqualTo(created.body());
      assertThat(running.get("dmk_wrong", "/api/v1/partners").statusCode()).isEqualTo(401);
      for (String part : List.of("/openapi.json", "/docs", "/docs/swagger-ui-bundle.js")) {
        assertThat(running.get(key, part).statusCode()).as(part).isEqualTo(200);
      }
      assertThat(running.stop(Duration.ofSeconds(15))).as("it ended when asked to").isTrue();
      assertThat(running.exitCode()).as("the exit code of a Java that got SIGTERM").isEqualTo(143);
      assertThat(running.log()).doesNotContain("ERROR", "WARN", "\tat ");
    }
  }

  private static String registerTenant(JarProgram app) {
    Ended tenant =
        app.run("create-tenant", "--slug", "acme", "--name", "Acme", "--currency", "EUR");
    assertThat(tenant.exitCode()).as(tenant.err()).isZero();
    Ended key = app.run("create-api-key", "--tenant", "acme", "--name", "deploy");
    assertThat(key.exitCode()).as(key.err()).isZero();
    assertThat(key.out().strip()).as("the key, alone").matches("dmk_[\\w.-]+");
    return key.out().strip();
  }

  @Test
  void tables_that_nobody_recorded_are_refused(@Empty TestDatabase database) throws SQLException {
    letTheAppIn(database);
    try (Connection owner = database.connectAsOwner();
        Statement statement = owner.createStatement()) {
      statement.execute("CREATE TABLE made_by_hand (id bigint)");
    }
    Ended app = new JarProgram(JAVA, Jars.app(), database.environmentOfApp()).run("server");
    assertThat(app.err()).doesNotContain("\tat ");
    assertThat(app.exitCode()).isEqualTo(8);
    Ended migrator =
        new JarProgram(JAVA, Jars.migrator(), database.environmentOfOwner()).run("db", "migrate");
    assertThat(migrator.err()).contains("made_by_hand").doesNotContain("\tat ");
    assertThat(migrator.exitCode()).isEqualTo(8);
  }

  @Test
  void a_database_that_does_not_answer_is_named(@Empty TestDatabase database) {
    Map<String, String> nowhere = new HashMap<>(database.environmentOfApp());
    // Port 1 belongs to nobody.
    nowhere.put("DATABASE_URL", "jdbc:postgresql://localhost:1/dotmac");
    refusedWithNine(nowhere, "localhost:1");
  }

  @Test
  void a_wrong_password_is_no_stack_trace(@Empty TestDatabase database) {
    letTheAppIn(database);
    Map<String, String> wrong = new HashMap<>(database.environmentOfApp());
    wrong.put("DATABASE_PASSWORD", "wrong");
    refusedWithNine(wrong, "password");
  }

  private static void refusedWithNine(Map<String, String> environment, String word) {
    Ended app = new JarProgram(JAVA, Jars.app(), environment).run("server");
    assertThat(app.err()).contains(word).doesNotContain("\tat ");
    assertThat(app.exitCode()).isEqualTo(9);
    Ended migrator = new JarProgram(JAVA, Jars.migrator(), environment).run("db", "migrate");
    assertThat(migrator.err()).contains(word).doesNotContain("\tat ");
    assertThat(migrator.exitCode()).isEqualTo(9);
  }

  /** The administrator's part, which no jar does: on an empty cluster the role is not there yet. */
  private static void letTheAppIn(TestDatabase database) {
    try (Connection administrator = database.connectAsAdministrator();
        Statement statement = administrator.createStatement()) {
      statement.execute(
          """
          DO $$ BEGIN
            IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '%1$s') THEN CREATE ROLE %1$s; END IF;
          END $$"""
              .formatted(database.appUser()));
      statement.execute(
          "ALTER ROLE %s LOGIN PASSWORD '%s'"
              .formatted(database.appUser(), database.appPassword()));
    } catch (SQLException e) {
      throw new IllegalStateException("The app's role got no login", e);
    }
  }
}
