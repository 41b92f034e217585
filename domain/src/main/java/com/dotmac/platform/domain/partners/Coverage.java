package com.dotmac.platform.domain.partners;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who looks after a customer in a half-open interval of time, and at which rates.
 *
 * @param accountId the account
 * @param partnerId the partner
 * @param customerId the customer
 * @param from first instant
 * @param to first instant after it; {@code null}: it goes on
 * @param accountRate fraction agreed for this customer; {@code null}: none
 * @param defaultRate fraction agreed for all of the partner's customers; {@code null}: none
 */
public record Coverage(
    UUID accountId,
    UUID partnerId,
    UUID customerId,
    Instant from,
    @Nullable Instant to,
    @Nullable BigDecimal accountRate,
    @Nullable BigDecimal defaultRate) {

  /** Whether an instant is in the interval. */
  public boolean covers(Instant at) {
    return !at.isBefore(from) && (to == null || at.isBefore(to));
  }
}
