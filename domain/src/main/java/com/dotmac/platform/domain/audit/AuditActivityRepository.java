package com.dotmac.platform.domain.audit;

import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.shared.KeysetQuery;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The queries over {@code audit_activities}. */
final class AuditActivityRepository {

  private final TenantSessions sessions;

  AuditActivityRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  void add(TenantScope scope, AuditActivity activity) {
    sessions.of(scope).persist(activity);
  }

  /**
   * A page of acts. An identifier carries the millisecond of its act, so the ends of the span are
   * ends in the order of the list as well, and nothing outside of them is read.
   */
  Page<AuditActivity> list(TenantScope scope, AuditFilter filter, PageRequest page) {
    Instant to = filter.to();
    return new KeysetQuery<>(AuditActivity.class, AuditActivity::id)
        .where("actorId = :actor", "actor", filter.actorId())
        .where("action = :action", "action", filter.action())
        .where("resourceKind = :kind", "kind", filter.resourceKind())
        .where("resourceId = :resource", "resource", filter.resourceId())
        .where("occurredAt >= :from", "from", filter.from())
        .where("id >= :lowest", "lowest", lowest(filter.from()))
        .where("occurredAt < :to", "to", to)
        .where("id < :above", "above", lowest(to == null ? null : to.plusMillis(1)))
        .page(sessions.of(scope), page);
  }

  private static @Nullable UUID lowest(@Nullable Instant at) {
    return at == null ? null : Identifiers.lowest(at);
  }
}
