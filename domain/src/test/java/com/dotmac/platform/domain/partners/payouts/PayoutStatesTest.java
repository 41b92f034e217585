package com.dotmac.platform.domain.partners.payouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** I32: the steps are those that are listed, and no others. */
class PayoutStatesTest {

  @Test
  void the_life_of_a_payout_has_exactly_these_steps() {
    Map<PayoutStatus, Set<PayoutStatus>> steps = new EnumMap<>(PayoutStatus.class);
    for (PayoutStatus status : PayoutStatus.values()) {
      steps.put(status, PayoutStates.after(status));
    }
    assertThat(steps)
        .isEqualTo(
            Map.of(
                PayoutStatus.PENDING, Set.of(PayoutStatus.READY, PayoutStatus.CANCELLED),
                PayoutStatus.READY, Set.of(PayoutStatus.PROCESSING, PayoutStatus.CANCELLED),
                PayoutStatus.PROCESSING,
                    Set.of(PayoutStatus.COMPLETED, PayoutStatus.FAILED, PayoutStatus.UNKNOWN),
                PayoutStatus.UNKNOWN,
                    Set.of(PayoutStatus.COMPLETED, PayoutStatus.FAILED, PayoutStatus.PROCESSING),
                PayoutStatus.COMPLETED, Set.of(PayoutStatus.FAILED),
                PayoutStatus.FAILED, Set.of(PayoutStatus.READY),
                PayoutStatus.CANCELLED, Set.of()));
  }

  @Test
  void the_life_of_a_batch_has_exactly_these_steps() {
    Map<BatchStatus, Set<BatchStatus>> steps = new EnumMap<>(BatchStatus.class);
    for (BatchStatus status : BatchStatus.values()) {
      steps.put(status, PayoutStates.after(status));
    }
    assertThat(steps)
        .isEqualTo(
            Map.of(
                BatchStatus.DRAFT, Set.of(BatchStatus.APPROVED, BatchStatus.CANCELLED),
                BatchStatus.APPROVED, Set.of(BatchStatus.SUBMITTED, BatchStatus.CANCELLED),
                BatchStatus.SUBMITTED, Set.of(BatchStatus.CLOSED),
                BatchStatus.CLOSED, Set.of(BatchStatus.SUBMITTED),
                BatchStatus.CANCELLED, Set.of()));
  }

  @ParameterizedTest
  @EnumSource(PayoutStatus.class)
  void every_other_step_of_a_payout_is_refused(PayoutStatus from) {
    for (PayoutStatus to : EnumSet.complementOf(copy(PayoutStates.after(from)))) {
      assertThatThrownBy(() -> PayoutStates.check(from, to))
          .isInstanceOf(PayoutException.StepNotAllowed.class);
    }
  }

  @ParameterizedTest
  @EnumSource(BatchStatus.class)
  void every_other_step_of_a_batch_is_refused(BatchStatus from) {
    for (BatchStatus to : BatchStatus.values()) {
      if (!PayoutStates.after(from).contains(to)) {
        assertThatThrownBy(() -> PayoutStates.check(from, to))
            .isInstanceOf(PayoutBatchException.StepNotAllowed.class);
      }
    }
  }

  private static EnumSet<PayoutStatus> copy(Set<PayoutStatus> states) {
    EnumSet<PayoutStatus> copy = EnumSet.noneOf(PayoutStatus.class);
    copy.addAll(states);
    return copy;
  }
}
