package com.dotmac.platform.domain.billing.payments;

import com.dotmac.platform.domain.tenancy.TenantScope;
import java.time.Instant;
import java.util.UUID;

/**
 * Has a provider asked, once the current transaction is committed, and not at all if it is rolled
 * back.
 */
public interface ProviderDispatch {

  /**
   * Asks for the money of a payment.
   *
   * @param at not before this instant
   */
  void charge(TenantScope scope, UUID paymentId, Instant at);

  /**
   * Asks that money be sent back.
   *
   * @param at not before this instant
   */
  void refund(TenantScope scope, UUID paymentId, UUID refundId, Instant at);
}
