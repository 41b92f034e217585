package com.dotmac.platform.domain.partners;

import com.dotmac.platform.domain.shared.ConstraintRefusals;
import com.dotmac.platform.domain.shared.KeysetQuery;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The queries over {@code partner_accounts}. */
final class PartnerAccountRepository {

  private static final ConstraintRefusals REFUSALS =
      new ConstraintRefusals(
          Map.of(
              "ex_partner_accounts_customer_period", PartnerAccountException.CustomerTaken::new));

  private final TenantSessions sessions;

  PartnerAccountRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  void add(TenantScope scope, PartnerAccount account) {
    sessions.of(scope).persist(account);
    flush(scope);
  }

  void flush(TenantScope scope) {
    REFUSALS.flush(sessions.of(scope));
  }

  Optional<PartnerAccount> find(TenantScope scope, UUID partnerId, UUID id) {
    return Optional.ofNullable(sessions.of(scope).find(PartnerAccount.class, id))
        .filter(account -> account.partnerId().equals(partnerId));
  }

  List<PartnerAccount> running(TenantScope scope, UUID partnerId, Instant at) {
    return sessions
        .of(scope)
        .createSelectionQuery(
            "from PartnerAccount where partnerId = :partner and (endedAt is null or endedAt > :at) order by id",
            PartnerAccount.class)
        .setParameter("partner", partnerId)
        .setParameter("at", at)
        .getResultList();
  }

  long countRunning(TenantScope scope, UUID partnerId, Instant at) {
    return sessions
        .of(scope)
        .createSelectionQuery(
            "select count(*) from PartnerAccount where partnerId = :partner and startedAt <= :at"
                + " and (endedAt is null or endedAt > :at)",
            Long.class)
        .setParameter("partner", partnerId)
        .setParameter("at", at)
        .getSingleResult();
  }

  List<PartnerAccount> ofCustomers(TenantScope scope, UUID partnerId, Set<UUID> customerIds) {
    return customerIds.isEmpty()
        ? List.of()
        : sessions
            .of(scope)
            .createSelectionQuery(
                "from PartnerAccount where partnerId = :partner and customerId in :customers",
                PartnerAccount.class)
            .setParameter("partner", partnerId)
            .setParameter("customers", customerIds)
            .getResultList();
  }

  Page<PartnerAccount> list(
      TenantScope scope, UUID partnerId, boolean alsoEnded, PageRequest page) {
    return new KeysetQuery<>(PartnerAccount.class, PartnerAccount::id)
        .where(
            alsoEnded ? "partnerId = :partner" : "partnerId = :partner and endedAt is null",
            "partner",
            partnerId)
        .page(sessions.of(scope), page);
  }
}
