package com.dotmac.platform.domain.billing.payments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Where money that goes back is taken from: what is left of the payment, and its allocations.
 *
 * @param unallocated taken from what is left, in minor units
 * @param parts taken from allocations, each more than nothing
 */
record Takings(long unallocated, List<Part> parts) {

  Takings {
    parts = List.copyOf(parts);
  }

  /**
   * A part that is taken from an allocation.
   *
   * @param allocationId the allocation
   * @param minor how much
   */
  record Part(UUID allocationId, long minor) {}

  /**
   * Takes what is left first, then from the newest allocation on.
   *
   * @param wanted how much, more than nothing
   * @param left what is left of the payment
   * @param allocations what each allocation still holds, the newest first
   * @throws PaymentException.MoreThanPaid if there is less
   */
  static Takings newestFirst(long wanted, long left, Map<UUID, Long> allocations) {
    long open = wanted;
    long unallocated = Math.min(open, left);
    open -= unallocated;
    List<Part> parts = new ArrayList<>();
    for (Map.Entry<UUID, Long> allocation : allocations.entrySet()) {
      long minor = Math.min(open, allocation.getValue());
      if (minor > 0) {
        parts.add(new Part(allocation.getKey(), minor));
        open -= minor;
      }
    }
    if (open > 0) {
      throw new PaymentException.MoreThanPaid(wanted - open);
    }
    return new Takings(unallocated, parts);
  }

  /**
   * Takes from chosen allocations.
   *
   * @param wanted from which, each once
   * @param allocations what each allocation of the payment still holds
   * @throws PaymentException.AllocationNotFound if one is not of the payment
   * @throws PaymentException.MoreThanPaid if one holds less, or nothing
   */
  static Takings chosen(List<WantedRefund> wanted, Map<UUID, Long> allocations) {
    List<Part> parts = new ArrayList<>();
    for (WantedRefund one : wanted) {
      Long held = allocations.get(one.allocationId());
      if (held == null) {
        throw new PaymentException.AllocationNotFound();
      }
      long minor = one.amount() == null ? held : one.amount().minor();
      if (minor > held || minor == 0) {
        throw new PaymentException.MoreThanPaid(held);
      }
      parts.add(new Part(one.allocationId(), minor));
    }
    return new Takings(0, parts);
  }

  /** From which allocations. */
  List<UUID> ids() {
    return parts.stream().map(Part::allocationId).toList();
  }

  /** What pays no invoice any more. */
  long allocated() {
    return parts.stream().mapToLong(Part::minor).sum();
  }

  /** All that goes back. */
  long total() {
    return unallocated + allocated();
  }
}
