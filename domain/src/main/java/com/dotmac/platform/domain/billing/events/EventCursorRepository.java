package com.dotmac.platform.domain.billing.events;

import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;

/** The statements over {@code billing_event_cursors}, which is a counter and no entity. */
final class EventCursorRepository {

  private final TenantSessions sessions;

  EventCursorRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  /** How far a consumer was told. Until the transaction ends nobody else tells it. */
  long hold(TenantScope scope, String consumer) {
    return sessions
        .of(scope)
        .createNativeQuery(
            """
            INSERT INTO billing_event_cursors (tenant_id, consumer, last_position)
            VALUES (:tenant, :consumer, 0)
            ON CONFLICT (tenant_id, consumer) DO UPDATE SET consumer = excluded.consumer
            RETURNING last_position\
            """,
            Long.class)
        .setParameter("tenant", scope.tenantId())
        .setParameter("consumer", consumer)
        .getSingleResult();
  }

  /** Notes how far a consumer was told. */
  void move(TenantScope scope, String consumer, long position) {
    sessions
        .of(scope)
        .createNativeMutationQuery(
            "UPDATE billing_event_cursors SET last_position = :position"
                + " WHERE tenant_id = :tenant AND consumer = :consumer")
        .setParameter("position", position)
        .setParameter("tenant", scope.tenantId())
        .setParameter("consumer", consumer)
        .executeUpdate();
  }
}
