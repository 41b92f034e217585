package com.dotmac.platform.domain.partners.referrals;

import com.dotmac.platform.domain.shared.ConstraintRefusals;
import com.dotmac.platform.domain.shared.KeysetQuery;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The queries over {@code partner_referrals}. */
final class ReferralRepository {

  /** How long a prospect is protected where nothing was settled. */
  private static final int USUAL_PROTECTION_DAYS = 90;

  private static final ConstraintRefusals REFUSALS =
      new ConstraintRefusals(
          Map.of(
              "ex_partner_referrals_email", ReferralException.Known::new,
              "ex_partner_referrals_company", ReferralException.Known::new));

  private final TenantSessions sessions;

  ReferralRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  void add(TenantScope scope, PartnerReferral referral) {
    sessions.of(scope).persist(referral);
    flush(scope);
  }

  void flush(TenantScope scope) {
    REFUSALS.flush(sessions.of(scope));
  }

  Optional<PartnerReferral> find(TenantScope scope, UUID id) {
    return Optional.ofNullable(sessions.of(scope).find(PartnerReferral.class, id));
  }

  /** How long a prospect is protected who is named now. */
  Duration protection(TenantScope scope) {
    int days =
        sessions
            .of(scope)
            .createNativeQuery(
                "SELECT protection_days FROM partner_settings WHERE tenant_id = :tenant",
                Integer.class)
            .setParameter("tenant", scope.tenantId())
            .uniqueResultOptional()
            .orElse(USUAL_PROTECTION_DAYS);
    return Duration.ofDays(days);
  }

  /** Whether the tenant has such a customer, also where the caller does not see him. */
  boolean isCustomer(TenantScope scope, ReferralDetails prospect) {
    return sessions
        .of(scope)
        .createNativeQuery("SELECT is_customer_of_tenant(:email, :company)", Boolean.class)
        .setParameter("email", prospect.email())
        .setParameter("company", prospect.companyName(), String.class)
        .getSingleResult();
  }

  long countOpen(TenantScope scope, UUID partnerId) {
    return sessions
        .of(scope)
        .createSelectionQuery(
            "select count(*) from PartnerReferral where partnerId = :partner and closedAt is null",
            Long.class)
        .setParameter("partner", partnerId)
        .getSingleResult();
  }

  Page<PartnerReferral> list(TenantScope scope, ReferralFilter filter, PageRequest page) {
    return new KeysetQuery<>(PartnerReferral.class, PartnerReferral::id)
        .where("partnerId = :partner", "partner", filter.partnerId())
        .where("status = :status", "status", filter.status())
        .page(sessions.of(scope), page);
  }
}
