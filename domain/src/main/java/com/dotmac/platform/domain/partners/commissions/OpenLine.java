package com.dotmac.platform.domain.partners.commissions;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of which something can still be taken back. */
final class OpenLine {

  private final UUID id;
  private final UUID termsId;
  private final @Nullable UUID allocationId;
  private final Standing standing;
  private long open;
  private long reversed;

  OpenLine(UUID id, UUID termsId, @Nullable UUID allocationId, Standing standing, long open) {
    this.id = id;
    this.termsId = termsId;
    this.allocationId = allocationId;
    this.standing = standing;
    this.open = open;
  }

  UUID id() {
    return id;
  }

  UUID termsId() {
    return termsId;
  }

  @Nullable UUID allocationId() {
    return allocationId;
  }

  Standing standing() {
    return standing;
  }

  /** What can still be taken back, in minor units. */
  long open() {
    return open;
  }

  /** What was taken back since it was read, in minor units. */
  long reversed() {
    return reversed;
  }

  void reverse(long amount) {
    open -= amount;
    reversed += amount;
  }

  /**
   * How far it is on its way to the partner.
   *
   * @param pending whether it is held
   * @param availableAt until when
   * @param blockedAt since when it is kept from going on; {@code null}: it is not
   * @param blockedReason why; {@code null}: it is not
   */
  record Standing(
      boolean pending,
      Instant availableAt,
      @Nullable Instant blockedAt,
      @Nullable String blockedReason) {}
}
