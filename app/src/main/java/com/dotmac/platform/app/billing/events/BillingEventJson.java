package com.dotmac.platform.app.billing.events;

import com.dotmac.platform.domain.billing.events.AggregateKind;
import com.dotmac.platform.domain.billing.events.BillingEvent;
import com.dotmac.platform.domain.billing.events.EventType;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fact of billing on the wire. */
final class BillingEventJson {

  private BillingEventJson() {}

  /**
   * A fact as callers see it. The position is its place among all facts of the tenant, in the order
   * in which they were committed; the sequence its place among those about the same.
   */
  record View(
      UUID id,
      long position,
      EventType type,
      AggregateKind aggregateKind,
      UUID aggregateId,
      int sequence,
      Instant occurredAt,
      Map<String, @Nullable Object> data) {

    static View of(BillingEvent event) {
      return new View(
          event.id(),
          Objects.requireNonNull(event.position(), "it was committed"),
          event.type(),
          event.aggregateKind(),
          event.aggregateId(),
          event.sequence(),
          event.occurredAt(),
          event.data());
    }
  }
}
