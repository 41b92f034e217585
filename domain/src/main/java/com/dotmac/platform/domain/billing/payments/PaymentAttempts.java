package com.dotmac.platform.domain.billing.payments;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How often a provider was asked for the money of a payment, what came of it the last time, and
 * when he is asked anew. Part of {@link Payment}, which decides whether.
 */
@Embeddable
public class PaymentAttempts {

  @Column(name = "attempts", nullable = false)
  private int count;

  @Column(name = "sent_at")
  private @Nullable Instant sentAt;

  @Column(name = "next_attempt_at")
  private @Nullable Instant nextAt;

  @Column(name = "failure_code", length = 100)
  private @Nullable String failureCode;

  @Column(name = "failure_reason", length = 500)
  private @Nullable String failureReason;

  /** None yet. */
  protected PaymentAttempts() {}

  /** How often the provider was asked for the money. */
  public int count() {
    return count;
  }

  /** When the provider is asked anew; {@code null}: that is not planned. */
  public @Nullable Instant nextAt() {
    return nextAt;
  }

  /** Why the last attempt failed, in the provider's code; {@code null}: none did. */
  public @Nullable String failureCode() {
    return failureCode;
  }

  /** Why the last attempt failed, for people; {@code null}: none did. */
  public @Nullable String failureReason() {
    return failureReason;
  }

  /** Whether the provider may have been asked for the money in this attempt. */
  boolean wasSent() {
    return sentAt != null;
  }

  /** When the provider was asked for the money in this attempt, which was sent. */
  Instant sentAt() {
    return Objects.requireNonNull(sentAt, "The attempt was not sent");
  }

  /** Whether it is time to ask the provider anew. */
  boolean isDueAnew(Instant at) {
    return nextAt != null && !nextAt.isAfter(at);
  }

  /** The provider is about to be asked; from now on an answer may be lost. */
  void begin(Instant at) {
    count++;
    sentAt = at;
    nextAt = null;
  }

  /** The provider declined. */
  void fail(Decline decline, @Nullable Instant again) {
    failureCode = decline.code();
    failureReason = decline.reason();
    nextAt = again;
    sentAt = null;
  }

  /** The money came. */
  void succeed() {
    nextAt = null;
    failureCode = null;
    failureReason = null;
  }
}
