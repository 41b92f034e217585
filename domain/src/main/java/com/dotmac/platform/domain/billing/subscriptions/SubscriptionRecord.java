package com.dotmac.platform.domain.billing.subscriptions;

import com.dotmac.platform.domain.billing.events.BillingEvents;
import com.dotmac.platform.domain.billing.events.EventType;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import java.util.List;

/** Writes down what happens to a subscription: in the audit trail, and as a fact for consumers. */
final class SubscriptionRecord {

  private final SubscriptionRepository subscriptions;
  private final BillingEvents events;
  private final AuditTrail audit;

  SubscriptionRecord(SubscriptionRepository subscriptions, BillingEvents events, AuditTrail audit) {
    this.subscriptions = subscriptions;
    this.events = events;
    this.audit = audit;
  }

  /** A new one, and that it is billed already unless it is tried first. */
  void created(CallContext context, Subscription subscription) {
    subscriptions.flush(context.scope());
    audit.record(
        context, "subscription.created", subscription.id(), null, subscription.facts().map());
    tell(context, subscription, EventType.SUBSCRIPTION_CREATED);
    if (!subscription.isTrial()) {
      tell(context, subscription, EventType.SUBSCRIPTION_ACTIVATED);
    }
  }

  /**
   * Takes a step of its life.
   *
   * @param facts what the step means, the last one giving the act its name
   * @throws SubscriptionException.StepNotAllowed if it is not in the graph
   */
  Subscription step(
      CallContext context, Subscription subscription, SubscriptionStatus next, EventType... facts) {
    return change(
        context, subscription, List.of(facts), () -> subscription.become(next, context.at()));
  }

  /**
   * Does something to a subscription.
   *
   * @param facts what it means, the last one giving the act its name
   * @param act does it
   */
  Subscription change(
      CallContext context, Subscription subscription, List<EventType> facts, Runnable act) {
    var before = subscription.facts().map();
    act.run();
    subscriptions.flush(context.scope());
    audit.record(
        context,
        facts.get(facts.size() - 1).code(),
        subscription.id(),
        before,
        subscription.facts().map());
    facts.forEach(fact -> tell(context, subscription, fact));
    return subscription;
  }

  private void tell(CallContext context, Subscription subscription, EventType fact) {
    events.record(context, fact, subscription.id(), subscription.facts());
  }
}
