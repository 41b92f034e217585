package com.dotmac.platform.domain.billing.events;

import com.dotmac.platform.domain.tenancy.TenantScope;
import java.time.Instant;

/** Sees to it that new facts are told, once the transaction that recorded them is committed. */
@FunctionalInterface
public interface EventDispatch {

  /**
   * Plans the telling in the current transaction.
   *
   * @param scope whose facts
   * @param at not before this instant
   */
  void dispatch(TenantScope scope, Instant at);
}
