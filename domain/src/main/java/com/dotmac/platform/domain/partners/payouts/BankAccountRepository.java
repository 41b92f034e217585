package com.dotmac.platform.domain.partners.payouts;

import com.dotmac.platform.domain.shared.ConstraintRefusals;
import com.dotmac.platform.domain.shared.KeysetQuery;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The queries over {@code partner_payee_accounts} and {@code partner_payer_accounts}. */
final class BankAccountRepository {

  private static final ConstraintRefusals REFUSALS =
      new ConstraintRefusals(
          Map.of(
              "pk_partner_payee_accounts", BankAccountException.AlreadySet::new,
              "uq_partner_payer_accounts_currency", BankAccountException.AlreadySet::new));

  private final TenantSessions sessions;

  BankAccountRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  void add(TenantScope scope, Object account) {
    sessions.of(scope).persist(account);
    flush(scope);
  }

  void flush(TenantScope scope) {
    REFUSALS.flush(sessions.of(scope));
  }

  Optional<PayeeAccount> payee(TenantScope scope, UUID partnerId) {
    return Optional.ofNullable(sessions.of(scope).find(PayeeAccount.class, partnerId));
  }

  /** The accounts of all who are in a batch. */
  List<PayeeAccount> payees(TenantScope scope, UUID batchId) {
    return sessions
        .of(scope)
        .createSelectionQuery(
            "from PayeeAccount where partnerId in"
                + " (select payout.partnerId from Payout payout where payout.batchId = :batch)",
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
                "SELECT partner_id FROM partner_payee_accounts"
                    + " WHERE tenant_id = :tenant AND partner_id = ANY(:ids)",
                UUID.class)
            .setParameter("tenant", scope.tenantId())
            .setParameter("ids", partners.toArray(UUID[]::new), UUID[].class)
            .getResultList());
  }

  Optional<PayerAccount> payer(TenantScope scope, UUID id) {
    return Optional.ofNullable(sessions.of(scope).find(PayerAccount.class, id));
  }

  Optional<PayerAccount> payer(TenantScope scope, Currency currency) {
    return sessions
        .of(scope)
        .createSelectionQuery("from PayerAccount where currency = :currency", PayerAccount.class)
        .setParameter("currency", currency.getCurrencyCode())
        .uniqueResultOptional();
  }

  Page<PayerAccount> payers(TenantScope scope, PageRequest page) {
    return new KeysetQuery<>(PayerAccount.class, PayerAccount::id).page(sessions.of(scope), page);
  }
}
