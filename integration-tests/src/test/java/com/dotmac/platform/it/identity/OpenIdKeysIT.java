package com.dotmac.platform.it.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dotmac.platform.app.auth.openid.OpenIdSettings;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.AtOnce;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The keys of providers: how new ones come and old ones go, and what happens while a provider is
 * away. Each test has a provider of its own, and all share a clock that only goes on.
 */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class OpenIdKeysIT {
  private static final String ME = "/api/v1/me";
  private static final String SUBJECT = "max";
  private static final int OK = 200;
  private static final int REFUSED = 401;
  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final Duration BETWEEN = Duration.ofSeconds(30);

  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final RSAKey old = AToken.rsa("old");
  private final RSAKey fresh = AToken.rsa("fresh");
  private final LoopbackProvider rotating = new LoopbackProvider(old);
  private final LoopbackProvider leaving = new LoopbackProvider(old, fresh);
  private final LoopbackProvider ahead = new LoopbackProvider(old, fresh);
  private final LoopbackProvider flooded = new LoopbackProvider(old);
  private final LoopbackProvider lost = new LoopbackProvider(old);
  private final LoopbackProvider broken = new LoopbackProvider(old);
  private final LoopbackProvider gone = new LoopbackProvider(old);
  private final LoopbackProvider addressed = new LoopbackProvider(old);
  private final List<LoopbackProvider> providers =
      List.of(rotating, leaving, ahead, flooded, lost, broken, gone, addressed);
  private final RunningPlatform platform;
  private final Linked person;

  OpenIdKeysIT(TestDatabase database) {
    gone.close();
    OpenIdSettings withAddress = addressed.settings();
    withAddress.setJwksUri(addressed.issuer() + "/keys");
    platform =
        RunningPlatform.on(
            database,
            clock,
            settings ->
                settings.setOpenIdProviders(
                    Stream.concat(
                            providers.stream()
                                .filter(provider -> provider != addressed)
                                .map(LoopbackProvider::settings),
                            Stream.of(withAddress))
                        .toList()));
    ATenant tenant = ATenant.of(platform);
    person = Linked.to(rotating, SUBJECT, tenant);
    providers.stream()
        .skip(1)
        .forEach(
            provider ->
                assertThat(
                        Linked.link(tenant.api(), person.id(), provider.issuer(), SUBJECT).status())
                    .isEqualTo(201));
  }

  @AfterAll
  void stop() {
    platform.close();
    providers.forEach(LoopbackProvider::close);
  }

  @Test
  void a_new_key_is_fetched_at_once_and_takes_the_place_of_the_old() {
    assertThat(status(rotating, old)).isEqualTo(OK);
    rotating.publish(fresh);
    assertThat(status(rotating, fresh)).isEqualTo(OK);
    assertThat(status(rotating, old)).isEqualTo(REFUSED);
    assertThat(rotating.askedForKeys()).isEqualTo(2);
    assertThat(rotating.askedWhereTheyAre()).isEqualTo(2);
  }

  @Test
  void a_key_that_was_taken_away_opens_nothing_once_the_set_has_run_out() {
    assertThat(status(leaving, old)).isEqualTo(OK);
    leaving.publish(fresh);
    clock.advance(Duration.ofMinutes(3));
    assertThat(status(leaving, old)).isEqualTo(OK);
    clock.advance(LIFE.minusMinutes(3).plusMillis(1));
    assertThat(status(leaving, old)).isEqualTo(REFUSED);
    assertThat(status(leaving, fresh)).isEqualTo(OK);
  }

  @Test
  void a_set_is_fetched_anew_before_it_runs_out_and_nobody_waits() {
    assertThat(status(ahead, old)).isEqualTo(OK);
    ahead.publish(fresh);
    clock.advance(LIFE.minusSeconds(30));
    assertThat(status(ahead, old)).isEqualTo(OK);
    await().atMost(Duration.ofSeconds(30)).until(() -> status(ahead, old) == REFUSED);
    assertThat(status(ahead, fresh)).isEqualTo(OK);
    clock.advance(BETWEEN.plusMillis(1));
    ahead.answerWith(500);
    assertThat(status(ahead, fresh)).isEqualTo(OK);
  }

  @Test
  void a_flood_of_unknown_keys_is_no_flood_at_the_provider() {
    assertThat(status(flooded, old)).isEqualTo(OK);
    flood("a");
    assertThat(flooded.askedForKeys()).isEqualTo(2);
    assertThat(status(flooded, old)).isEqualTo(OK);
    clock.advance(BETWEEN);
    flood("b");
    assertThat(flooded.askedForKeys()).isBetween(3, 4);
    assertThat(status(flooded, old)).isEqualTo(OK);
  }

  @Test
  void while_the_provider_is_away_the_last_keys_hold_on_for_an_hour() {
    assertThat(status(lost, old)).isEqualTo(OK);
    lost.close();
    assertThat(status(lost, old)).isEqualTo(OK);
    clock.advance(LIFE.plusMillis(1));
    assertThat(status(lost, old)).isEqualTo(OK);
    assertThat(status(lost, fresh)).isEqualTo(REFUSED);
    clock.advance(Duration.ofMinutes(54));
    assertThat(status(lost, old)).isEqualTo(OK);
    clock.advance(Duration.ofMinutes(6));
    assertAway(ask(lost, old));
  }

  @Test
  void with_no_key_at_hand_nobody_can_tell_and_says_so() {
    for (int attempt = 0; attempt < 3; attempt++) {
      assertAway(ask(gone, old));
    }
    broken.answerWith(500);
    for (int attempt = 0; attempt < 3; attempt++) {
      assertAway(ask(broken, old));
    }
    broken.answerWith(200);
    clock.advance(BETWEEN);
    assertThat(status(broken, old)).isEqualTo(OK);
    // What is wrong whoever signed it is refused without asking.
    assertThat(ApiClient.of(platform).withKey(token(gone, old).unsigned()).get(ME).status())
        .isEqualTo(REFUSED);
  }

  @Test
  void keys_are_taken_from_the_address_in_the_settings() {
    assertThat(status(addressed, old)).isEqualTo(OK);
    assertThat(addressed.askedForKeys()).isEqualTo(1);
    assertThat(addressed.askedWhereTheyAre()).isZero();
  }

  private void flood(String name) {
    List<String> tokens =
        IntStream.range(0, 50)
            .mapToObj(i -> token(flooded, old).withHeader(said -> said.keyID(name + i)).text())
            .toList();
    assertThat(
            AtOnce.times(
                tokens.size(),
                place -> ApiClient.of(platform).withKey(tokens.get(place)).get(ME).status()))
        .containsOnly(REFUSED);
  }

  private static void assertAway(ApiAnswer answer) {
    assertThat(answer.status() + " " + answer.code()).isEqualTo("503 service-unavailable");
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    assertThat(answer.text("detail")).doesNotContain("localhost");
  }

  private int status(LoopbackProvider provider, RSAKey key) {
    return ask(provider, key).status();
  }

  private ApiAnswer ask(LoopbackProvider provider, RSAKey key) {
    return ApiClient.of(platform).withKey(token(provider, key).text()).get(ME);
  }

  private AToken token(LoopbackProvider provider, RSAKey key) {
    return AToken.of(provider, key, SUBJECT, person.tenant(), clock);
  }
}
