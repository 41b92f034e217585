package com.dotmac.platform.domain.billing.events;

import com.dotmac.platform.domain.tenancy.CallContext;
import java.util.List;

/**
 * Whoever builds on the facts of billing inside the product.
 *
 * <p>Is told each fact of a tenant in the order of the commits. What it does commits together with
 * the note that it was told: a fact that is told twice, because a process died in between, had no
 * effect the first time.
 */
public interface EventConsumer {

  /** Stable name, under which is kept how far it was told; at most 50 characters. */
  String name();

  /**
   * Takes a fact in. May throw: then nothing of it is kept, and it is told again later, before any
   * that follows.
   *
   * @param context the tenant, the platform as the actor, and the instant of the telling
   * @param event the fact
   */
  void consume(CallContext context, BillingEvent event);

  /**
   * Takes several facts in, in their order. May throw: then nothing of any of them is kept.
   *
   * @param context the tenant, the platform as the actor, and the instant of the telling
   * @param events the facts
   */
  default void consumeAll(CallContext context, List<BillingEvent> events) {
    events.forEach(event -> consume(context, event));
  }
}
