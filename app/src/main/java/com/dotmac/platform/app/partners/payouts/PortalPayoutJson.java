package com.dotmac.platform.app.partners.payouts;

import com.dotmac.platform.app.http.MoneyJson;
import com.dotmac.platform.domain.partners.payouts.Payout;
import com.dotmac.platform.domain.partners.payouts.PayoutStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payout as the partner sees it, on the wire. The batch, the attempts, and what the tenant or the
 * provider says in words about a failure are not here.
 */
final class PortalPayoutJson {

  private PortalPayoutJson() {}

  /**
   * A payout.
   *
   * @param amount the sum of its lines
   * @param payeeAccountId the account of the partner that it was sent to
   * @param reference what the bank or the provider calls the transfer
   * @param failureCode why it failed, for programs
   * @param sentAt when it was handed over last
   * @param completedAt when the money reached the partner
   */
  record View(
      UUID id,
      MoneyJson amount,
      PayoutStatus status,
      @Nullable UUID payeeAccountId,
      @Nullable String reference,
      @Nullable String failureCode,
      @Nullable Instant sentAt,
      @Nullable Instant completedAt,
      Instant createdAt) {

    static View of(Payout payout) {
      return new View(
          payout.id(),
          MoneyJson.of(payout.amount()),
          payout.status(),
          payout.payeeAccountId(),
          payout.providerPayoutId(),
          payout.failureCode(),
          payout.sentAt(),
          payout.completedAt(),
          payout.createdAt());
    }
  }
}
