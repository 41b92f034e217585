package com.dotmac.platform.it.partners.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.APayment;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who stands how high, by what he brought in a window that the test moves. */
@NeedsDatabase
class TierIT {
  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final RunningPlatform platform;
  private final ApiClient api;
  private final TierPlay play;

  TierIT(TestDatabase database) {
    platform = RunningPlatform.on(database, clock);
    api = ATenant.of(platform).api();
    play = new TierPlay(api);
  }

  @AfterEach
  void stop() {
    platform.close();
  }

  @Test
  void numbers_promote_a_partner_and_the_move_says_which() {
    play.settle();
    ApiAnswer partner = play.partner();
    play.pays(partner, 1_500);
    // What is paid today counts from tomorrow on, so that a day is told the same all day.
    assertThat(play.preview()).isEmpty();
    clock.advance(Duration.ofDays(1));

    JsonNode seen = play.preview().get(0);
    assertThat(seen.path("id").asText()).isEqualTo(partner.text("id"));
    assertThat(seen.path("fromTier").asText()).isEqualTo("bronze");
    assertThat(seen.path("toTier").asText()).isEqualTo("silver");
    assertThat(seen.path("hindrance").isNull()).isTrue();
    JsonNode numbers = seen.path("numbers");
    assertThat(numbers)
        .hasToString(
            """
            {"from":"2025-12-02T00:00:00Z","to":"2026-03-02T00:00:00Z",\
            "collected":{"amount":"1500","currency":"EUR"},"customers":1}\
            """);
    assertThat(play.tier(partner)).isEqualTo("bronze");

    assertThat(play.apply().json()).hasToString("{\"promoted\":1,\"demoted\":0,\"complete\":true}");
    assertThat(play.tier(partner)).isEqualTo("silver");
    JsonNode move = play.moves(partner).get(0);
    assertThat(move.path("cause").asText()).isEqualTo("computed");
    assertThat(move.path("fromTier").asText()).isEqualTo("bronze");
    assertThat(move.path("toTier").asText()).isEqualTo("silver");
    assertThat(move.path("numbers")).isEqualTo(numbers);
    ApiAnswer trail = api.get("/api/v1/audit-activities?action=partner.tier_moved");
    assertThat(trail.column("resourceId")).containsExactly(partner.text("id"));
    assertThat(play.preview()).isEmpty();
    assertThat(play.apply().json().path("promoted").asInt()).isZero();
    assertThat(play.moves(partner)).hasSize(1);
  }

  @Test
  void a_tier_asks_for_all_that_it_names_and_money_that_went_back_does_not_count() {
    play.settle();
    ApiAnswer partner = play.partner();
    play.pays(partner, 2_500);
    clock.advance(Duration.ofDays(1));
    play.apply();
    assertThat(play.tier(partner)).isEqualTo("silver");
    ApiAnswer payment = play.pays(partner, 600);
    clock.advance(Duration.ofDays(1));
    assertThat(play.preview().get(0).path("toTier").asText()).isEqualTo("gold");
    APayment.post(api.once(), payment, "refunds", Map.of());
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> play.lines(partner).size() == 3);
    clock.advance(Duration.ofDays(1));
    assertThat(play.preview()).isEmpty();
    assertThat(play.tier(partner)).isEqualTo("silver");
  }

  @Test
  void who_would_fall_stays_until_the_whole_window_lies_behind_his_last_move() {
    play.settle();
    ApiAnswer partner = play.partner();
    play.pays(partner, 1_500);
    clock.advance(Duration.ofDays(1));
    play.apply();
    assertThat(play.tier(partner)).isEqualTo("silver");
    List<JsonNode> earned = play.lines(partner);
    // He was moved on the second of March; what he brought on the first is out of sight. In Lisbon
    // summer days begin an hour before they do in Greenwich.
    clock.moveTo(Instant.parse("2026-06-02T22:59:00Z"));
    assertThat(play.preview().get(0).path("hindrance").asText()).isEqualTo("grace");
    assertThat(play.apply().json().path("demoted").asInt()).isZero();
    assertThat(play.tier(partner)).isEqualTo("silver");

    clock.moveTo(Instant.parse("2026-06-02T23:00:00Z"));
    assertThat(play.preview().get(0).path("hindrance").isNull()).isTrue();
    assertThat(play.apply().json().path("demoted").asInt()).isEqualTo(1);

    assertThat(play.tier(partner)).isEqualTo("bronze");
    assertThat(play.moves(partner)).hasSize(2);
    assertThat(play.lines(partner)).isEqualTo(earned);
  }

  @Test
  void whom_people_pinned_only_people_move() {
    play.settle();
    ApiAnswer partner = play.partner();
    play.pays(partner, 1_500);
    clock.advance(Duration.ofDays(1));
    assertThat(play.step(partner, "pin-tier").json().path("tierPinnedAt").isNull()).isFalse();

    assertThat(play.preview().get(0).path("hindrance").asText()).isEqualTo("pinned");
    assertThat(play.apply().json().path("promoted").asInt()).isZero();
    assertThat(play.tier(partner)).isEqualTo("bronze");
    ApiAnswer gold =
        api.ifMatch(play.read(partner).etag())
            .patch(APartner.path(partner), Map.of("tier", "gold"));
    assertThat(gold.text("tier")).isEqualTo("gold");
    JsonNode move = play.moves(partner).get(0);
    assertThat(move.path("cause").asText()).isEqualTo("manual");
    assertThat(move.path("numbers").isNull()).isTrue();

    play.step(partner, "unpin-tier");
    assertThat(play.preview().get(0).path("hindrance").asText()).isEqualTo("grace");
    clock.advance(Duration.ofDays(93));
    assertThat(play.apply().json().path("demoted").asInt()).isEqualTo(1);
    assertThat(api.get("/api/v1/audit-activities?resourceId=" + partner.id()).column("action"))
        .contains("partner.tier_pinned", "partner.tier_unpinned", "partner.tier_moved");
  }

  @Test
  void whom_people_put_outside_of_what_is_reckoned_or_who_is_not_at_work_stays() {
    play.settle();
    ApiAnswer direct =
        APartner.any()
            .with("tier", "direct")
            .with("defaultCommissionRate", "0.1")
            .createdBy(api, "active");
    ApiAnswer unasked = APartner.any().with("tier", "platinum").createdBy(api, "active");
    ApiAnswer suspended = play.partner();
    play.pays(direct, 1_500);
    play.pays(suspended, 1_500);
    play.step(suspended, "suspend");
    clock.advance(Duration.ofDays(200));
    assertThat(play.preview()).isEmpty();
    assertThat(play.apply().json().path("complete").asBoolean()).isTrue();
    assertThat(play.tier(direct)).isEqualTo("direct");
    assertThat(play.tier(unasked)).isEqualTo("platinum");
    assertThat(play.tier(suspended)).isEqualTo("bronze");
    assertThat(play.moves(direct)).isEmpty();
  }

  @Test
  void who_settled_nothing_has_nobody_moved_and_what_makes_no_sense_is_refused() {
    ApiAnswer partner = APartner.any().with("tier", "gold").createdBy(api, "active");
    clock.advance(Duration.ofDays(500));
    assertThat(api.get(TierPlay.TIERS).json())
        .hasToString("{\"currency\":\"EUR\",\"windowMonths\":12,\"automatic\":false,\"tiers\":[]}");
    play.apply();
    assertThat(play.tier(partner)).isEqualTo("gold");
    for (List<?> wrong :
        List.of(
            List.of(TierPlay.asks("bronze", "1", null)),
            List.of(TierPlay.asks("silver", "0", null)),
            List.of(Map.of("tier", "silver")),
            List.of(TierPlay.asks("silver", "2", null), TierPlay.asks("silver", "3", null)),
            List.of(TierPlay.asks("silver", "2", null), TierPlay.asks("gold", "1", null)),
            List.of(TierPlay.asks("silver", "2", null), TierPlay.asks("gold", "2", null)),
            List.of(TierPlay.asks("silver", "2", 1), TierPlay.asks("gold", "3", null)))) {
      ApiAnswer refused = play.change(Map.of("tiers", wrong));
      assertThat(refused.code()).as("%s", wrong).isEqualTo("validation-failed");
    }
    assertThat(api.get(TierPlay.TIERS).etag()).isEqualTo("\"0\"");
  }
}
