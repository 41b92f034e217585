package com.dotmac.platform.it.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.dotmac.platform.app.schema.SchemaRefusedException;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.schema.RequiredSchema;
import com.dotmac.platform.it.fixtures.APerson;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.Empty;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.it.migrator.MigratorRun;
import com.dotmac.platform.it.security.Endpoint;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * S8: the app works on the schema it was built for and on the oldest it declares, and refuses the
 * one before that. The database of the class is there so that the app's role has its login.
 */
@NeedsDatabase
class OldestSchemaIT {
  private static final RequiredSchema OURS = RequiredSchema.ofThisBuild();
  private static final String NEXT = "9001-tests-add-what-is-not-there-yet";
  private static final List<String> AND_NEXT =
      Stream.concat(OURS.changes().stream(), Stream.of(NEXT)).toList();

  OldestSchemaIT(TestDatabase database) {
    assertThat(database.name()).isNotEmpty();
  }

  static Stream<String> tolerated() {
    return Stream.of(OURS.version(), OURS.oldest()).distinct();
  }

  @ParameterizedTest
  @MethodSource
  void tolerated(String version, @Empty TestDatabase database) {
    MigratorRun.of(database, "migrate", "--to", version).done();
    try (RunningPlatform platform = on(database, OURS)) {
      assertThat(health(platform).path("state").asText())
          .isEqualTo(version.equals(OURS.version()) ? "current" : "behind-tolerated");
      everyEndpointWorks(platform);
    }
  }

  @Test
  void the_schema_before_the_oldest_is_refused(@Empty TestDatabase database) {
    String before = OURS.changes().get(OURS.changes().indexOf(OURS.oldest()) - 1);
    MigratorRun.of(database, "migrate", "--to", before).done();
    assertThat(refusal(database, OURS))
        .hasMessageContaining(before)
        .hasMessageEndingWith("Run: java -jar migrator.jar db migrate");
  }

  @Test
  void an_app_that_can_do_without_its_newest_change_serves_before_the_migration_and_says_so(
      @Own TestDatabase database) {
    try (RunningPlatform platform = on(database, new RequiredSchema(AND_NEXT, OURS.version()))) {
      JsonNode health = health(platform);
      assertThat(health.path("healthy").asBoolean()).isTrue();
      assertThat(health.path("state").asText()).isEqualTo("behind-tolerated");
      assertThat(health.path("pending").path(0).asText()).isEqualTo(NEXT);
      assertThat(health.path("message").asText())
          .contains(OURS.version(), "this app works on it", NEXT)
          .endsWith("Run: java -jar migrator.jar db migrate");
      everyEndpointWorks(platform);
    }
  }

  @Test
  void an_app_that_cannot_do_without_it_does_not_start(@Own TestDatabase database) {
    assertThat(refusal(database, new RequiredSchema(AND_NEXT)))
        .hasMessageContaining("this app needs " + NEXT + ", 1 pending");
  }

  @Test
  void a_history_that_went_another_way_is_not_tolerated(@Own TestDatabase database) {
    List<String> others = new ArrayList<>(AND_NEXT);
    others.remove(OURS.version());
    String oldest = others.get(others.size() - 2);
    assertThat(refusal(database, new RequiredSchema(others, oldest)))
        .hasMessageContaining("this app needs " + NEXT);
  }

  @Test
  void an_oldest_schema_that_the_app_does_not_work_on_is_found_out(@Empty TestDatabase database) {
    // One that lacks the accounts of partners, and when keys were last used.
    String before = "0010-partners-create-partner-users";
    MigratorRun.of(database, "migrate", "--to", before).done();
    assertThatThrownBy(
            () -> {
              try (RunningPlatform platform =
                  on(database, new RequiredSchema(OURS.changes(), before))) {
                everyEndpointWorks(platform);
              }
            })
        .hasStackTraceContaining("Schema-validation: missing");
  }

  private static RunningPlatform on(TestDatabase database, RequiredSchema required) {
    return RunningPlatform.on(database.environmentOfApp(), Clock.systemUTC(), required);
  }

  private static void everyEndpointWorks(RunningPlatform platform) {
    List<String> all = Endpoint.inTheApi().stream().map(Endpoint::toString).toList();
    ATenant tenant = ATenant.ofThePlatform(platform);
    ApiClient api = tenant.api(EnumSet.allOf(Permission.class));
    APerson person = tenant.person(UUID.randomUUID() + "@example.com");
    assertThat(EveryEndpoint.usedBy(api, person, tenant.links(), tenant.meanwhile()))
        .as("an endpoint that is not used is to be added to EveryEndpoint")
        .containsExactlyInAnyOrderElementsOf(all);
  }

  private static JsonNode health(RunningPlatform platform) {
    ApiAnswer answer = ApiClient.ofAdmin(platform).get("/healthcheck");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().path("schema");
  }

  /** Of an app that does not start because the database is behind. */
  private static SchemaRefusedException refusal(TestDatabase database, RequiredSchema required) {
    IllegalStateException failure =
        catchThrowableOfType(IllegalStateException.class, () -> on(database, required).close());
    assertThat(failure).as("The app started").isNotNull();
    if (failure.getCause() instanceof SchemaRefusedException refusal) {
      assertThat(refusal.exitCode()).isEqualTo(2);
      return refusal;
    }
    throw new AssertionError("Not a refusal", failure);
  }
}
