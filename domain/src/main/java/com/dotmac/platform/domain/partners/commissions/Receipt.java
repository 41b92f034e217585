package com.dotmac.platform.domain.partners.commissions;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that came for an invoice, or a credit that paid it, less what went back. Whose it is, is
 * known once the fact is told that it came; what was told of it before waits.
 */
final class Receipt {

  private final UUID id;
  private @Nullable UUID partnerId;
  private @Nullable UUID allocationId;
  private @Nullable Instant cameAt;
  private long net;

  Receipt(UUID id) {
    this.id = id;
  }

  UUID id() {
    return id;
  }

  /** Who looked after the customer when it came; {@code null}: nobody. */
  @Nullable UUID partnerId() {
    return partnerId;
  }

  /** It came. */
  void come(@Nullable UUID partner, @Nullable UUID allocation, Instant at) {
    partnerId = partner;
    allocationId = allocation;
    cameAt = at;
  }

  void add(long amount) {
    net = Math.addExact(net, amount);
  }

  /** What is left of it, in minor units; nothing before it came. */
  long net() {
    return cameAt == null ? 0 : Math.max(0, net);
  }

  /** Whether it counts for terms. */
  boolean countsFor(TermsRow terms) {
    Instant came = cameAt;
    return came != null
        && terms.partnerId().equals(partnerId)
        && (terms.endsAt() == null || came.isBefore(terms.endsAt()))
        && (terms.allocationId() == null || terms.allocationId().equals(allocationId));
  }
}
