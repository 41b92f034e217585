package com.dotmac.platform.domain.billing.subscriptions;

import static com.dotmac.platform.domain.billing.subscriptions.SubscriptionStatus.ACTIVE;
import static com.dotmac.platform.domain.billing.subscriptions.SubscriptionStatus.CANCELED;
import static com.dotmac.platform.domain.billing.subscriptions.SubscriptionStatus.ENDED;
import static com.dotmac.platform.domain.billing.subscriptions.SubscriptionStatus.PAST_DUE;
import static com.dotmac.platform.domain.billing.subscriptions.SubscriptionStatus.PAUSED;
import static com.dotmac.platform.domain.billing.subscriptions.SubscriptionStatus.TRIALING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dotmac.platform.domain.tenancy.Actor;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SubscriptionStatesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

  @Test
  void the_life_of_a_subscription_has_exactly_these_steps() {
    assertThat(SubscriptionStates.after(TRIALING))
        .containsExactlyInAnyOrder(ACTIVE, CANCELED, ENDED);
    assertThat(SubscriptionStates.after(ACTIVE))
        .containsExactlyInAnyOrder(PAST_DUE, PAUSED, CANCELED, ENDED);
    assertThat(SubscriptionStates.after(PAST_DUE))
        .containsExactlyInAnyOrder(ACTIVE, CANCELED, ENDED);
    assertThat(SubscriptionStates.after(PAUSED)).containsExactlyInAnyOrder(ACTIVE, ENDED);
    assertThat(SubscriptionStates.after(CANCELED))
        .containsExactlyInAnyOrder(TRIALING, ACTIVE, ENDED);
    assertThat(SubscriptionStates.after(ENDED)).isEmpty();
  }

  @Test
  void a_refusal_says_which_steps_there_are() {
    assertThatThrownBy(() -> SubscriptionStates.check(PAUSED, CANCELED))
        .hasMessage(
            "A subscription that is paused cannot become canceled; next may come active or ended.");
    assertThatThrownBy(() -> SubscriptionStates.check(ENDED, ACTIVE))
        .hasMessage("A subscription that is ended cannot become active; this state is the last.");
  }

  /** Whatever is asked of it, in any order: its dates say what its state says. */
  @Property
  void whatever_is_asked_of_it_a_subscription_stays_in_the_graph_and_its_dates_fit(
      @ForAll boolean trial, @ForAll @Size(max = 12) List<SubscriptionStatus> wishes) {
    CallContext context =
        new CallContext(new TenantScope(new UUID(1, 1)), Actor.operator("ada"), NOW, null, null);
    Subscription subscription =
        new Subscription(
            context,
            new SubscriptionOrder(new UUID(2, 1), new UUID(3, 1), BigDecimal.ONE),
            trial ? TRIALING : ACTIVE,
            new Period(NOW, NOW.plusSeconds(60)));
    Instant at = NOW;
    for (SubscriptionStatus wish : wishes) {
      at = at.plusSeconds(1);
      SubscriptionStatus before = subscription.status();
      if (SubscriptionStates.after(before).contains(wish)) {
        subscription.become(wish, at);
        assertThat(subscription.status()).isEqualTo(wish);
        assertThat(subscription.updatedAt()).isEqualTo(at);
      } else {
        Instant then = at;
        assertThatThrownBy(() -> subscription.become(wish, then))
            .isInstanceOf(SubscriptionException.StepNotAllowed.class);
        assertThat(subscription.status()).isEqualTo(before);
      }
      SubscriptionStatus now = subscription.status();
      assertThat(subscription.pausedAt() != null).isEqualTo(now == PAUSED);
      assertThat(subscription.endedAt() != null).isEqualTo(now == ENDED);
      assertThat(now == CANCELED)
          .satisfies(
              canceled -> {
                if (canceled) {
                  assertThat(subscription.canceledAt()).isNotNull();
                }
              });
      if (now == ACTIVE || now == TRIALING) {
        assertThat(subscription.canceledAt()).isNull();
      }
    }
  }
}
