package com.dotmac.platform.domain.billing.events;

import com.dotmac.platform.domain.tenancy.CallContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * Keeps facts back until all is decided: for work on many things at once. Whoever drops it has told
 * nothing; {@link BillingEvents#recordAll} records them.
 */
public final class GatheredFacts implements FactTrail {

  private final List<Fact> all = new ArrayList<>();

  @Override
  public void record(CallContext context, EventType type, UUID aggregateId, Facts facts) {
    all.add(new Fact(type, aggregateId, facts));
  }

  /** Adds what others kept back, behind what is here. */
  public void add(GatheredFacts others) {
    all.addAll(others.all);
  }

  /** In the order in which they came. */
  List<Fact> all() {
    return Collections.unmodifiableList(all);
  }

  /**
   * A fact that has no place yet.
   *
   * @param type what happened
   * @param aggregateId what it happened to
   * @param facts what is to be known of it
   */
  record Fact(EventType type, UUID aggregateId, Facts facts) {}
}
