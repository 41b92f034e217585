package com.dotmac.platform.domain.billing.events;

import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.shared.SqlArrays;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;

/** The queries over {@code billing_events}. */
final class BillingEventRepository {

  /** Marks a session whose transaction has planned the telling of its facts. */
  private static final String PLANNED = "dotmac.billing.events.planned";

  private final TenantSessions sessions;

  BillingEventRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  void add(TenantScope scope, BillingEvent event) {
    sessions.of(scope).persist(event);
  }

  /**
   * The next place among the facts about something. Whoever records one has locked what it is
   * about; the unique constraint stands behind that.
   */
  int nextSequence(TenantScope scope, AggregateKind kind, UUID aggregateId) {
    // The query sends what the session holds first, earlier facts of this transaction included.
    return sessions
        .of(scope)
        .createSelectionQuery(
            "select coalesce(max(sequence), 0) + 1 from BillingEvent"
                + " where aggregateKind = :kind and aggregateId = :id",
            Integer.class)
        .setParameter("kind", kind)
        .setParameter("id", aggregateId)
        .getSingleResult();
  }

  /**
   * The last place that was given among the facts about each of these, which whoever asks has
   * locked; one without facts is not named. Identifiers are those of one kind alone.
   */
  Map<UUID, Integer> lastSequences(TenantScope scope, List<UUID> aggregateIds) {
    Session session = sessions.of(scope);
    session.flush();
    Map<UUID, Integer> last = new HashMap<>();
    session
        .createNativeQuery(
            """
            SELECT aggregate_id, max(sequence) AS last FROM billing_events
            WHERE tenant_id = current_tenant_id()
              AND aggregate_kind = ANY (CAST(:kinds AS text[]))
              AND aggregate_id = ANY (CAST(:ids AS uuid[]))
            GROUP BY aggregate_id\
            """,
            Object[].class)
        .setParameter(
            "kinds",
            SqlArrays.of(Stream.of(AggregateKind.values()).map(AggregateKind::code).toList()))
        .setParameter("ids", SqlArrays.of(aggregateIds))
        .addScalar("aggregate_id", UUID.class)
        .addScalar("last", Integer.class)
        .getResultList()
        .forEach(row -> last.put((UUID) row[0], (Integer) row[1]));
    return last;
  }

  /** Whether this is the first fact of the transaction; asked again, it is not. */
  boolean isFirstOfTransaction(TenantScope scope) {
    Session session = sessions.of(scope);
    boolean first = !session.getProperties().containsKey(PLANNED);
    if (first) {
      session.setProperty(PLANNED, true);
    }
    return first;
  }

  /** By place and not by identifier: those of one instant have no order. */
  Page<BillingEvent> list(TenantScope scope, EventFilter filter, PageRequest page) {
    SelectionQuery<BillingEvent> query =
        sessions
            .of(scope)
            .createSelectionQuery(
                "from BillingEvent where (:type is null or type = :type)"
                    + " and (:aggregate is null or aggregateId = :aggregate)"
                    + " and position < coalesce("
                    + "(select last.position from BillingEvent last where last.id = :after), :end)"
                    + " order by position desc",
                BillingEvent.class)
            .setMaxResults(page.limit() + 1)
            .setParameter("type", filter.type(), EventType.class)
            .setParameter("aggregate", filter.aggregateId(), UUID.class)
            .setParameter("after", page.after(), UUID.class)
            .setParameter("end", Long.MAX_VALUE);
    return Page.of(query.getResultList(), page, BillingEvent::id);
  }

  /** The facts that follow a position, in order. */
  List<BillingEvent> after(TenantScope scope, long position, int limit) {
    return sessions
        .of(scope)
        .createSelectionQuery(
            "from BillingEvent where position > :position order by position", BillingEvent.class)
        .setParameter("position", position)
        .setMaxResults(limit)
        .getResultList();
  }
}
