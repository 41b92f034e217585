package com.dotmac.platform.domain.partners.onboarding;

import com.dotmac.platform.domain.shared.ConstraintRefusals;
import com.dotmac.platform.domain.shared.KeysetQuery;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The queries over {@code partner_applications}. */
final class PartnerApplicationRepository {

  private static final ConstraintRefusals REFUSALS =
      new ConstraintRefusals(
          Map.of("uq_partner_applications_open", PartnerApplicationException.Open::new));

  private final TenantSessions sessions;

  PartnerApplicationRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  void add(TenantScope scope, PartnerApplication application) {
    sessions.of(scope).persist(application);
    flush(scope);
  }

  void flush(TenantScope scope) {
    REFUSALS.flush(sessions.of(scope));
  }

  Optional<PartnerApplication> find(TenantScope scope, UUID id) {
    return Optional.ofNullable(sessions.of(scope).find(PartnerApplication.class, id));
  }

  /** Whether anybody may apply; where nothing was settled nobody may. */
  boolean areOpen(TenantScope scope) {
    return sessions
        .of(scope)
        .createNativeQuery(
            "SELECT applications_open FROM partner_settings WHERE tenant_id = :tenant",
            Boolean.class)
        .setParameter("tenant", scope.tenantId())
        .uniqueResultOptional()
        .orElse(false);
  }

  Page<PartnerApplication> list(
      TenantScope scope, @Nullable PartnerApplicationStatus status, PageRequest page) {
    return new KeysetQuery<>(PartnerApplication.class, PartnerApplication::id)
        .where("status = :status", "status", status)
        .page(sessions.of(scope), page);
  }
}
