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
import org.junit.jupiter.api.Test;

class TakingsTest {
  private static final UUID NEW = new UUID(0, 2);
  private static final UUID OLD = new UUID(0, 1);

  @Test
  void what_is_left_goes_back_before_what_pays_invoices_and_the_newest_before_the_older() {
    Takings taken = Takings.newestFirst(70, 30, allocations(25, 100));
    assertThat(taken)
        .isEqualTo(new Takings(30, List.of(new Takings.Part(NEW, 25), new Takings.Part(OLD, 15))));
    assertThat(taken.total()).isEqualTo(70);
    assertThat(taken.allocated()).isEqualTo(40);
  }

  @Test
  void an_allocation_that_holds_nothing_is_not_named() {
    assertThat(Takings.newestFirst(5, 0, allocations(0, 5)).parts())
        .containsExactly(new Takings.Part(OLD, 5));
  }

  @Test
  void no_more_goes_back_than_there_is() {
    assertThatThrownBy(() -> Takings.newestFirst(156, 30, allocations(25, 100)))
        .isInstanceOf(PaymentException.MoreThanPaid.class)
        .hasMessageContaining("155");
  }

  @Test
  void chosen_allocations_give_what_is_said_or_all_that_they_hold() {
    Takings taken =
        Takings.chosen(
            List.of(new WantedRefund(OLD, Money.of(40, "USD")), new WantedRefund(NEW, null)),
            allocations(25, 100));
    assertThat(taken.unallocated()).isZero();
    assertThat(taken.parts()).containsExactly(new Takings.Part(OLD, 40), new Takings.Part(NEW, 25));
  }

  @Test
  void a_chosen_allocation_gives_no_more_than_it_holds() {
    for (WantedRefund wanted :
        List.of(
            new WantedRefund(NEW, Money.of(26, "USD")), new WantedRefund(new UUID(0, 3), null))) {
      assertThatThrownBy(() -> Takings.chosen(List.of(wanted), allocations(25, 0)))
          .isInstanceOf(PaymentException.class);
    }
    assertThatThrownBy(
            () -> Takings.chosen(List.of(new WantedRefund(OLD, null)), allocations(25, 0)))
        .isInstanceOf(PaymentException.MoreThanPaid.class);
  }

  @Property
  void what_is_taken_is_what_was_wanted_and_nowhere_more_than_was_held(
      @ForAll @LongRange(min = 1, max = 2000) long wanted,
      @ForAll @LongRange(max = 500) long left,
      @ForAll @Size(max = 8) List<@LongRange(max = 500) Long> held) {
    Map<UUID, Long> allocations = new LinkedHashMap<>();
    held.forEach(minor -> allocations.put(new UUID(1, allocations.size()), minor));
    long all = left + held.stream().mapToLong(Long::longValue).sum();
    if (wanted > all) {
      assertThatThrownBy(() -> Takings.newestFirst(wanted, left, allocations))
          .isInstanceOf(PaymentException.MoreThanPaid.class);
      return;
    }
    Takings taken = Takings.newestFirst(wanted, left, allocations);
    assertThat(taken.total()).isEqualTo(wanted);
    assertThat(taken.unallocated()).isEqualTo(Math.min(wanted, left));
    assertThat(taken.parts())
        .allSatisfy(
            part -> assertThat(part.minor()).isBetween(1L, allocations.get(part.allocationId())));
  }

  private static Map<UUID, Long> allocations(long newest, long older) {
    Map<UUID, Long> held = new LinkedHashMap<>();
    held.put(NEW, newest);
    held.put(OLD, older);
    return held;
  }
}
