package com.dotmac.platform.domain.billing.events;

import com.dotmac.platform.domain.tenancy.CallContext;
import java.util.UUID;

/** Where a fact is recorded by the verb that made it one. */
@FunctionalInterface
public interface FactTrail {

  /**
   * Records a fact.
   *
   * @param context when, and in which tenant
   * @param type what happened
   * @param aggregateId what it happened to
   * @param facts what is to be known of it
   */
  void record(CallContext context, EventType type, UUID aggregateId, Facts facts);
}
