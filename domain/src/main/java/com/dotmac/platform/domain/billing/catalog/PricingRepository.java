package com.dotmac.platform.domain.billing.catalog;

import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.List;

/** Looks for the pricing rules that may be about a line. */
final class PricingRepository {

  private final TenantSessions sessions;

  PricingRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  /** Rules about the product or plan and not for another customer; which wins is not said here. */
  List<PricingTerms> about(TenantScope scope, PricingQuestion line) {
    String about = line.planId() == null ? "" : " or planId = :plan";
    var query =
        sessions
            .of(scope)
            .createSelectionQuery(
                "from PricingRule where status = :status and (productId = :product"
                    + about
                    + ") and (customerId is null or customerId = :customer)",
                PricingRule.class)
            .setParameter("status", CatalogStatus.ACTIVE)
            .setParameter("product", line.productId())
            .setParameter("customer", line.customerId());
    if (line.planId() != null) {
      query.setParameter("plan", line.planId());
    }
    return query.getResultList().stream().map(PricingRule::terms).toList();
  }
}
