package com.dotmac.platform.domain.billing.events;

import com.dotmac.platform.domain.tenancy.Actor;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Tells consumers the facts of billing: each in order, and with the effect of once. */
public final class EventTelling {

  private final BillingEventRepository events;
  private final EventCursorRepository cursors;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   */
  public EventTelling(TenantSessions sessions) {
    events = new BillingEventRepository(sessions);
    cursors = new EventCursorRepository(sessions);
  }

  /**
   * Tells a consumer the facts that it has not been told. Waits while somebody else does.
   *
   * @param scope whose facts
   * @param consumer whom
   * @param most how many at the most
   * @param at instant of the telling
   * @return how many it was told
   */
  public int tell(TenantScope scope, EventConsumer consumer, int most, Instant at) {
    long position = cursors.hold(scope, consumer.name());
    List<BillingEvent> news = events.after(scope, position, most);
    CallContext context = new CallContext(scope, Actor.system(consumer.name()), at, null, null);
    if (!news.isEmpty()) {
      consumer.consumeAll(context, news);
      BillingEvent last = news.get(news.size() - 1);
      cursors.move(
          scope, consumer.name(), Objects.requireNonNull(last.position(), "it was committed"));
    }
    return news.size();
  }
}
