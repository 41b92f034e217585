package com.dotmac.platform.domain.billing.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dotmac.platform.domain.shared.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SharesTest {
  private static final UUID A = new UUID(0, 1);
  private static final UUID B = new UUID(0, 2);
  private static final UUID C = new UUID(0, 3);

  @Test
  void the_first_is_paid_before_the_next_and_never_evenly() {
    assertThat(Shares.inOrder(130, owed(100, 0, 50)))
        .containsExactly(Map.entry(A, 100L), Map.entry(C, 30L));
  }

  @Test
  void what_is_beyond_what_is_owed_is_given_to_nobody() {
    assertThat(Shares.inOrder(1000, owed(100, 20, 50)))
        .containsExactly(Map.entry(A, 100L), Map.entry(B, 20L), Map.entry(C, 50L));
  }

  @Test
  void what_is_said_to_the_unit_comes_before_what_is_only_named() {
    assertThat(Shares.chosen(100, List.of(wanted(A, null), wanted(B, 70L)), owed(90, 80, 0)))
        .containsExactly(Map.entry(A, 30L), Map.entry(B, 70L));
  }

  @Test
  void an_invoice_takes_no_more_than_it_owes() {
    assertThatThrownBy(() -> Shares.chosen(100, List.of(wanted(A, 91L)), owed(90, 0, 0)))
        .isInstanceOf(PaymentException.MoreThanOwed.class)
        .hasMessageContaining("90");
    assertThatThrownBy(() -> Shares.chosen(100, List.of(wanted(B, null)), owed(90, 0, 0)))
        .isInstanceOf(PaymentException.MoreThanOwed.class);
  }

  @Test
  void no_more_is_given_than_there_is() {
    assertThatThrownBy(
            () -> Shares.chosen(100, List.of(wanted(A, 60L), wanted(B, 41L)), owed(90, 90, 0)))
        .isInstanceOf(PaymentException.TooLittleLeft.class);
    assertThatThrownBy(
            () -> Shares.chosen(60, List.of(wanted(A, 60L), wanted(B, null)), owed(90, 90, 0)))
        .isInstanceOf(PaymentException.TooLittleLeft.class);
  }

  @Test
  void what_was_meant_earlier_is_paid_as_far_as_it_is_still_owed() {
    assertThat(
            Shares.asFarAsOwed(
                100, List.of(wanted(A, null), wanted(B, 70L), wanted(C, 10L)), owed(90, 20, 0)))
        .containsExactly(Map.entry(B, 20L), Map.entry(A, 80L));
  }

  @Property
  void shares_never_exceed_what_there_is_nor_what_is_owed(
      @ForAll @LongRange(max = 2000) long left,
      @ForAll @Size(max = 8) List<@LongRange(max = 500) Long> debts) {
    Map<UUID, Long> owed = new LinkedHashMap<>();
    debts.forEach(minor -> owed.put(new UUID(1, owed.size()), minor));
    Map<UUID, Long> shares = Shares.inOrder(left, owed);
    long all = debts.stream().mapToLong(Long::longValue).sum();
    assertThat(shares.values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(Math.min(left, all));
    shares.forEach((id, share) -> assertThat(share).isBetween(1L, owed.get(id)));
  }

  private static WantedAllocation wanted(UUID id, @Nullable Long minor) {
    return new WantedAllocation(id, minor == null ? null : Money.of(minor, "USD"));
  }

  private static Map<UUID, Long> owed(long a, long b, long c) {
    Map<UUID, Long> owed = new LinkedHashMap<>();
    owed.put(A, a);
    owed.put(B, b);
    owed.put(C, c);
    return owed;
  }
}
