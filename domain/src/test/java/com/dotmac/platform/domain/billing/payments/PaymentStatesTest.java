package com.dotmac.platform.domain.billing.payments;

import static com.dotmac.platform.domain.billing.payments.PaymentStatus.DISPUTED;
import static com.dotmac.platform.domain.billing.payments.PaymentStatus.FAILED;
import static com.dotmac.platform.domain.billing.payments.PaymentStatus.PARTIALLY_REFUNDED;
import static com.dotmac.platform.domain.billing.payments.PaymentStatus.PENDING;
import static com.dotmac.platform.domain.billing.payments.PaymentStatus.REFUNDED;
import static com.dotmac.platform.domain.billing.payments.PaymentStatus.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PaymentStatesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  @Test
  void money_that_came_never_becomes_money_that_did_not() {
    for (PaymentStatus status : List.of(SUCCEEDED, PARTIALLY_REFUNDED, REFUNDED, DISPUTED)) {
      assertThat(PaymentStates.after(status)).doesNotContain(PENDING, FAILED);
    }
    assertThatThrownBy(() -> PaymentStates.check(SUCCEEDED, FAILED))
        .isInstanceOf(PaymentException.StepNotAllowed.class);
  }

  @Test
  void every_state_can_be_reached() {
    Set<PaymentStatus> reached = EnumSet.of(PENDING);
    Deque<PaymentStatus> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      PaymentStates.after(open.pop()).stream().filter(reached::add).forEach(open::push);
    }
    assertThat(reached).containsExactlyInAnyOrder(PaymentStatus.values());
  }

  @Test
  void the_state_of_money_that_came_follows_from_the_amounts() {
    assertThat(PaymentStates.ofReceived(100, 0, 0)).isEqualTo(SUCCEEDED);
    assertThat(PaymentStates.ofReceived(100, 1, 0)).isEqualTo(PARTIALLY_REFUNDED);
    assertThat(PaymentStates.ofReceived(100, 100, 0)).isEqualTo(REFUNDED);
    assertThat(PaymentStates.ofReceived(100, 99, 1)).isEqualTo(DISPUTED);
  }

  @Test
  void a_charge_is_tried_again_after_two_four_and_eight_hours_and_then_given_up() {
    assertThat(PaymentPatience.retry(1, NOW)).contains(NOW.plus(Duration.ofHours(2)));
    assertThat(PaymentPatience.retry(2, NOW)).contains(NOW.plus(Duration.ofHours(4)));
    assertThat(PaymentPatience.retry(3, NOW)).contains(NOW.plus(Duration.ofHours(8)));
    assertThat(PaymentPatience.retry(4, NOW)).isEmpty();
  }

  @Test
  void a_provider_that_is_silent_is_asked_less_and_less_often_but_at_least_every_hour() {
    assertThat(PaymentPatience.question(NOW, NOW)).isEqualTo(NOW.plusSeconds(60));
    assertThat(PaymentPatience.question(NOW, NOW.plusSeconds(240))).isEqualTo(NOW.plusSeconds(480));
    assertThat(PaymentPatience.question(NOW, NOW.plus(Duration.ofDays(3))))
        .isEqualTo(NOW.plus(Duration.ofDays(3)).plus(Duration.ofHours(1)));
  }
}
