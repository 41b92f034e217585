package com.dotmac.platform.domain.audit;

import com.dotmac.platform.domain.shared.KeysetQuery;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.UUID;

/** The queries over {@code audit_activities}. */
final class AuditActivityRepository {

  private final TenantSessions sessions;

  AuditActivityRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  void add(TenantScope scope, AuditActivity activity) {
    sessions.of(scope).persist(activity);
  }

  Page<AuditActivity> ofResource(TenantScope scope, UUID resourceId, PageRequest page) {
    return new KeysetQuery<>(AuditActivity.class, AuditActivity::id)
        .where("resourceId = :resource", "resource", resourceId)
        .page(sessions.of(scope), page);
  }
}
