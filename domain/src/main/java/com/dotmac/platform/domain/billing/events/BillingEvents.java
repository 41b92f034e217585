package com.dotmac.platform.domain.billing.events;

import com.dotmac.platform.domain.billing.events.GatheredFacts.Fact;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The door to the facts of billing.
 *
 * <p>A fact is recorded in the session of the verb that made it one: the two commit together or not
 * at all. The verb has locked what the fact is about, and records it after its last lock.
 */
public final class BillingEvents implements FactTrail {

  private final BillingEventRepository events;
  private final EventDispatch dispatch;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param dispatch sees to it that facts are told
   */
  public BillingEvents(TenantSessions sessions, EventDispatch dispatch) {
    events = new BillingEventRepository(sessions);
    this.dispatch = dispatch;
  }

  @Override
  public void record(CallContext context, EventType type, UUID aggregateId, Facts facts) {
    int sequence = events.nextSequence(context.scope(), type.aggregateKind(), aggregateId);
    events.add(
        context.scope(), new BillingEvent(context, type, aggregateId, sequence, facts.map()));
    seeToTelling(context);
  }

  /**
   * Records facts in their order, as {@link #record} would one after the other, with one question
   * for the places that they have among those about the same.
   *
   * @param context when, and in which tenant
   * @param gathered the facts; whoever gathered them has locked what they are about
   */
  public void recordAll(CallContext context, GatheredFacts gathered) {
    List<Fact> facts = gathered.all();
    if (facts.isEmpty()) {
      return;
    }
    Map<UUID, Integer> last =
        events.lastSequences(
            context.scope(), facts.stream().map(Fact::aggregateId).distinct().toList());
    for (Fact fact : facts) {
      int sequence = last.merge(fact.aggregateId(), 1, Integer::sum);
      events.add(
          context.scope(),
          new BillingEvent(context, fact.type(), fact.aggregateId(), sequence, fact.facts().map()));
    }
    seeToTelling(context);
  }

  private void seeToTelling(CallContext context) {
    if (events.isFirstOfTransaction(context.scope())) {
      dispatch.dispatch(context.scope(), context.at());
    }
  }

  /** A page of facts, newest first. */
  public Page<BillingEvent> list(TenantScope scope, EventFilter filter, PageRequest page) {
    return events.list(scope, filter, page);
  }
}
