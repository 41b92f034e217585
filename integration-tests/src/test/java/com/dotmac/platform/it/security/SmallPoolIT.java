package com.dotmac.platform.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.schema.RequiredSchema;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.AtOnce;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tenants that share one or two connections, and the threads of the server, under errors. */
@NeedsDatabase
class SmallPoolIT {
  private static final int THREADS = 8;
  private static final int ROUNDS = 6;

  /** Goes over to another tenant, and fails there. */
  private static final Map<String, String> TAKEN =
      Map.of("slug", "platform", "name", "A", "timeZone", "UTC", "defaultCurrency", "EUR");

  @TestFactory
  Stream<DynamicTest> nobody_sees_the_rows_of_another_through_a_shared_connection(
      TestDatabase database) {
    return Stream.of("1", "2")
        .map(
            size ->
                DynamicTest.dynamicTest(
                    size + " connections",
                    () -> {
                      Map<String, String> environment = new HashMap<>(database.environmentOfApp());
                      environment.put("DATABASE_POOL_SIZE", size);
                      try (RunningPlatform platform =
                          RunningPlatform.on(
                              environment, Clock.systemUTC(), RequiredSchema.ofThisBuild())) {
                        interleave(platform);
                      }
                    }));
  }

  /** The act is half done when it fails: the row is there, and what it did cannot be recorded. */
  @Test
  void a_request_that_failed_midway_leaves_nothing_to_who_gets_its_connection(
      @Own TestDatabase database) {
    Map<String, String> environment = new HashMap<>(database.environmentOfApp());
    environment.put("DATABASE_POOL_SIZE", "1");
    try (RunningPlatform platform =
        RunningPlatform.on(environment, Clock.systemUTC(), RequiredSchema.ofThisBuild())) {
      ATenant unlucky = ATenant.of(platform);
      ApiClient failing = unlucky.api();
      ApiClient next = ATenant.of(platform).api();
      APartner.named("Next").createdBy(next);
      database.administer(
          """
          CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN RAISE EXCEPTION 'the disk is full'; END $$;
          CREATE TRIGGER fail BEFORE INSERT ON audit_activities FOR EACH ROW
          WHEN (NEW.tenant_id = '%s') EXECUTE FUNCTION fail()
          """
              .formatted(unlucky.id()));
      for (int round = 0; round < ROUNDS; round++) {
        assertThat(APartner.named("Half").postedBy(failing).status()).isEqualTo(500);
        assertThat(ApiClient.of(platform).get(APartner.PATH).status()).isEqualTo(401);
        assertThat(next.get(APartner.PATH).column("companyName")).containsExactly("Next");
        assertThat(APartner.named("Next").postedBy(next).status()).isEqualTo(409);
        assertThat(failing.get(APartner.PATH).rows()).isEmpty();
      }
    }
  }

  private static void interleave(RunningPlatform platform) {
    List<ApiClient> tenants =
        List.of(ATenant.of(platform).api(), ATenant.of(platform).api(), ATenant.of(platform).api());
    List<ApiAnswer> partners =
        tenants.stream()
            .map(api -> APartner.named("Of " + tenants.indexOf(api)).createdBy(api))
            .toList();
    ApiClient nobody = ApiClient.of(platform);
    ApiClient ours = ATenant.ofThePlatform(platform).api(EnumSet.allOf(Permission.class));
    AtOnce.times(
        THREADS,
        thread -> {
          for (int round = 0; round < ROUNDS; round++) {
            int mine = (thread + round) % tenants.size();
            int other = (mine + 1) % tenants.size();
            ApiClient api = tenants.get(mine);
            assertThat(ours.post("/api/v1/tenants", TAKEN).status()).isEqualTo(409);
            assertThat(APartner.named("OF " + mine).postedBy(api).status()).isEqualTo(409);
            assertThat(ours.get("/api/v1/tenant").text("slug")).isEqualTo("platform");
            assertThat(APartner.named("").postedBy(api).status()).isEqualTo(422);
            assertThat(api.get(APartner.path(partners.get(other))).status()).isEqualTo(404);
            assertThat(nobody.get(APartner.path(partners.get(mine))).status()).isEqualTo(401);
            assertThat(api.get(APartner.PATH).column("companyName")).containsExactly("Of " + mine);
            assertThat(api.get(APartner.path(partners.get(mine))).status()).isEqualTo(200);
          }
          return thread;
        });
  }
}
