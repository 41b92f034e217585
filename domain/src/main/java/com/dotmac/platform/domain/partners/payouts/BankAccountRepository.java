package com.dotmac.platform.domain.partners.payouts;

import com.dotmac.platform.domain.shared.KeysetQuery;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The queries over {@code partner_payee_accounts} and {@code partner_payer_accounts}. */
final class BankAccountRepository {

  private final TenantSessions sessions;

  BankAccountRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  void add(TenantScope scope, Object account) {
    sessions.of(scope).persist(account);
    sessions.of(scope).flush();
  }

  Optional<PayeeAccount> payee(TenantScope scope, UUID id) {
    return Optional.ofNullable(sessions.of(scope).find(PayeeAccount.class, id));
  }

  /** Where a partner is paid now: his newest. */
  Optional<PayeeAccount> payeeOf(TenantScope scope, UUID partnerId) {
    return sessions
        .of(scope)
        .createSelectionQuery(
            "from PayeeAccount where partnerId = :partner order by id desc", PayeeAccount.class)
        .setParameter("partner", partnerId)
        .setMaxResults(1)
        .uniqueResultOptional();
  }

  Page<PayeeAccount> payees(TenantScope scope, UUID partnerId, PageRequest page) {
    return new KeysetQuery<>(PayeeAccount.class, PayeeAccount::id)
        .where("partnerId = :partner", "partner", partnerId)
        .page(sessions.of(scope), page);
  }

  /** The accounts that the payouts of a batch were sent to. */
  List<PayeeAccount> payeesOfBatch(TenantScope scope, UUID batchId) {
    return sessions
        .of(scope)
        .createSelectionQuery(
            "from PayeeAccount where id in (select payout.payeeAccountId from Payout payout"
                + " where payout.batchId = :batch)",
            PayeeAccount.class)
        .setParameter("batch", batchId)
        .getResultList();
  }

  /** Who of these partners can be paid at all. */
  Set<UUID> withAccount(TenantScope scope, Collection<UUID> partners) {
    return new HashSet<>(
        sessions
            .of(scope)
            .createNativeQuery(
                "SELECT DISTINCT partner_id FROM partner_payee_accounts"
                    + " WHERE tenant_id = :tenant AND partner_id = ANY(:ids)",
                UUID.class)
            .setParameter("tenant", scope.tenantId())
            .setParameter("ids", partners.toArray(UUID[]::new), UUID[].class)
            .getResultList());
  }

  Optional<PayerAccount> payer(TenantScope scope, UUID id) {
    return Optional.ofNullable(sessions.of(scope).find(PayerAccount.class, id));
  }

  /** What is paid from in a currency now: the newest. */
  Optional<PayerAccount> payerOf(TenantScope scope, Currency currency) {
    return sessions
        .of(scope)
        .createSelectionQuery(
            "from PayerAccount where currency = :currency order by id desc", PayerAccount.class)
        .setParameter("currency", currency.getCurrencyCode())
        .setMaxResults(1)
        .uniqueResultOptional();
  }

  Page<PayerAccount> payers(TenantScope scope, PageRequest page) {
    return new KeysetQuery<>(PayerAccount.class, PayerAccount::id).page(sessions.of(scope), page);
  }
}
