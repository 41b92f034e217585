package com.dotmac.platform.domain.partners.payouts;

import com.dotmac.platform.domain.tenancy.TenantScope;
import java.time.Instant;
import java.util.UUID;

/**
 * Has a provider asked, once the current transaction is committed, and not at all if it is rolled
 * back.
 */
@FunctionalInterface
public interface PayoutDispatch {

  /**
   * Asks for a payout, or what became of it.
   *
   * @param at not before this instant
   */
  void ask(TenantScope scope, UUID payoutId, Instant at);
}
