package com.dotmac.platform.it.partners;

import com.dotmac.platform.domain.partners.ledger.Ledger;
import com.dotmac.platform.domain.partners.ledger.LedgerAccount;
import com.dotmac.platform.domain.partners.ledger.LedgerDraft;
import com.dotmac.platform.domain.partners.ledger.LedgerKind;
import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** Lines of commission as they stand in the table and in the books once they were approved. */
public final class CommissionLines {
  private static final String INSERT =
      """
      INSERT INTO partner_commission_events (tenant_id, id, partner_id, kind, cause, currency, base_amount, amount,
        reversed_amount, status, reason, occurred_at, available_at, approved_at, created_at, version)
      VALUES (:tenant, :id, :partner, 'adjustment', 'manual', :currency, 0, :amount, 0, 'approved', 'A test', :at, :at,
        :at, :at, 0)\
      """;

  private final TenantSessions sessions;
  private final Ledger ledger;

  /** Lines in the sessions of one database. */
  public CommissionLines(TenantSessions sessions) {
    this.sessions = sessions;
    ledger = new Ledger(sessions);
  }

  /** Writes a line, in the transaction of the caller; its identifier. */
  public UUID approved(CallContext context, UUID partnerId, Currency currency, long amount) {
    UUID id = Identifiers.next(context.at());
    sessions
        .of(context.scope())
        .createNativeMutationQuery(INSERT)
        .setParameter("tenant", context.scope().tenantId())
        .setParameter("id", id)
        .setParameter("partner", partnerId)
        .setParameter("currency", currency.getCurrencyCode())
        .setParameter("amount", amount)
        .setParameter("at", context.at())
        .executeUpdate();
    ledger.post(
        context,
        List.of(
            LedgerDraft.ofCommission(
                partnerId,
                currency,
                LedgerKind.ADJUSTMENT,
                LedgerAccount.EXPENSE,
                LedgerAccount.PAYABLE,
                amount,
                id)));
    return id;
  }
}
