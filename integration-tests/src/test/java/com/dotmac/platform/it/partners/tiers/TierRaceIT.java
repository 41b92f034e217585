package com.dotmac.platform.it.partners.tiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dotmac.platform.domain.schema.RequiredSchema;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.AtOnce;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However many move partners at once, on two instances and by themselves, each is moved once. */
@NeedsDatabase
class TierRaceIT {
  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final List<RunningPlatform> platforms;
  private final List<ApiClient> apis;
  private final TierPlay play;

  TierRaceIT(@Own TestDatabase database) {
    Map<String, String> environment = new HashMap<>(database.environmentOfApp());
    environment.put("JOBS_RECURRING", "true");
    platforms = List.of(on(environment), on(environment));
    ATenant tenant = ATenant.of(platforms.get(0));
    apis = List.of(tenant.api(), ATenant.of(platforms.get(1), tenant.id()).api());
    play = new TierPlay(apis.get(0));
  }

  private RunningPlatform on(Map<String, String> environment) {
    return RunningPlatform.on(environment, clock, RequiredSchema.ofThisBuild());
  }

  @AfterEach
  void stop() {
    platforms.forEach(RunningPlatform::close);
  }

  @Test
  void of_many_who_move_partners_at_once_each_partner_is_moved_by_one() {
    play.settle();
    List<ApiAnswer> partners = IntStream.range(0, 6).mapToObj(one -> play.partner()).toList();
    partners.forEach(partner -> play.pays(partner, 1_500));
    clock.advance(Duration.ofDays(1));

    List<ApiAnswer> answers =
        AtOnce.times(
            14,
            place ->
                place < 12
                    ? apis.get(place % 2).post(TierPlay.TIERS + "/apply")
                    : changed(apis.get(place % 2), partners.get(place - 12)));

    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 412));
    int promoted =
        answers.stream().mapToInt(answer -> answer.json().path("promoted").asInt()).sum();
    long byHand = answers.stream().filter(answer -> answer.json().has("tier")).count();
    int computed = 0;
    for (ApiAnswer partner : partners) {
      List<String> causes =
          play.moves(partner).stream().map(move -> move.path("cause").asText()).toList();
      assertThat(causes).filteredOn("computed"::equals).hasSizeLessThanOrEqualTo(1);
      computed += (int) causes.stream().filter("computed"::equals).count();
    }
    assertThat(computed).isEqualTo(promoted);
    assertThat(promoted).isBetween(6 - (int) byHand, 6);
    partners.subList(2, 6).forEach(one -> assertThat(play.moves(one)).hasSize(1));
    play.apply();
    assertThat(play.preview())
        .allSatisfy(row -> assertThat(row.path("hindrance").isNull()).isFalse());
  }

  @Test
  void where_the_tenant_wants_it_partners_are_moved_without_anybody() {
    play.settle();
    ApiAnswer partner = play.partner();
    play.pays(partner, 1_500);
    play.change(Map.of("automatic", true));
    clock.advance(Duration.ofDays(1));
    await().atMost(Duration.ofSeconds(60)).until(() -> play.tier(partner).equals("silver"));
    assertThat(play.moves(partner)).hasSize(1);
    assertThat(
            apis.get(0)
                .get("/api/v1/audit-activities?action=partner.tier_moved")
                .json()
                .at("/data/0/actor/kind")
                .asText())
        .isEqualTo("system");
  }

  /** Somebody puts a partner elsewhere by hand. */
  private static ApiAnswer changed(ApiClient api, ApiAnswer partner) {
    ApiAnswer read = api.get(APartner.path(partner));
    return api.ifMatch(read.etag()).patch(APartner.path(partner), Map.of("tier", "platinum"));
  }
}
