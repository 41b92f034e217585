package com.dotmac.platform.domain.partners.ledger;

import com.dotmac.platform.domain.shared.KeysetQuery;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** The door to what the books say. Only reads. */
public final class LedgerBalances {

  // Why something was an expense stands in the transaction; the other accounts say it themselves.
  private static final String SUMS =
      """
      SELECT partner_id, cast(currency AS text),
        cast(coalesce(sum(amount) FILTER (WHERE account = 'expense' AND kind = 'accrual'), 0) AS bigint),
        cast(coalesce(-sum(amount) FILTER (WHERE account = 'expense' AND kind IN ('reversal', 'cancellation')), 0) AS bigint),
        cast(coalesce(sum(amount) FILTER (WHERE account = 'expense' AND kind = 'adjustment'), 0) AS bigint),
        cast(coalesce(sum(amount) FILTER (WHERE account = 'written_off'), 0) AS bigint),
        cast(coalesce(-sum(amount) FILTER (WHERE account = 'held'), 0) AS bigint),
        cast(greatest(coalesce(-sum(amount) FILTER (WHERE account = 'payable'), 0), 0) AS bigint),
        cast(coalesce(-sum(amount) FILTER (WHERE account = 'in_flight'), 0) AS bigint),
        cast(coalesce(-sum(amount) FILTER (WHERE account = 'paid'), 0) AS bigint),
        cast(greatest(coalesce(sum(amount) FILTER (WHERE account = 'payable'), 0), 0) AS bigint)
      FROM (
        SELECT partner_id, currency, account, NULL AS kind, sum(amount) AS amount
        FROM partner_ledger_entries
        WHERE tenant_id = :tenant AND account <> 'expense' AND posted_at < coalesce(cast(:until AS timestamptz), 'infinity')%1$s
        GROUP BY partner_id, currency, account
        UNION ALL
        SELECT e.partner_id, e.currency, 'expense', t.kind, sum(e.amount)
        FROM partner_ledger_entries e
        JOIN partner_ledger_transactions t ON t.tenant_id = e.tenant_id AND t.id = e.transaction_id
        WHERE e.tenant_id = :tenant AND e.account = 'expense' AND e.posted_at < coalesce(cast(:until AS timestamptz), 'infinity')%2$s
        GROUP BY e.partner_id, e.currency, t.kind
      ) sums
      GROUP BY partner_id, currency
      ORDER BY partner_id, currency\
      """;

  private static final String OF_ALL = SUMS.formatted("", "");
  private static final String OF_ONE =
      SUMS.formatted(" AND partner_id = :partner", " AND e.partner_id = :partner");

  private final TenantSessions sessions;

  /**
   * The books in the sessions of one database.
   *
   * @param sessions where the current session comes from
   */
  public LedgerBalances(TenantSessions sessions) {
    this.sessions = sessions;
  }

  /**
   * How a partner stood, in each currency that he has entries in, by its code.
   *
   * @param until what was entered before this instant; {@code null}: all of it
   */
  public List<Balances> of(TenantScope scope, UUID partnerId, @Nullable Instant until) {
    return read(query(scope, OF_ONE, until).setParameter("partner", partnerId)).stream()
        .map(PartnerBalances::balances)
        .toList();
  }

  /**
   * How each partner stood, by partner and currency; who has no entries is missing.
   *
   * @param until what was entered before this instant; {@code null}: all of it
   */
  public List<PartnerBalances> ofAll(TenantScope scope, @Nullable Instant until) {
    return read(query(scope, OF_ALL, until));
  }

  /**
   * How all partners stood together, in each currency. What one owes is not set off against what
   * another is owed.
   *
   * @param until what was entered before this instant; {@code null}: all of it
   */
  public List<Balances> ofTenant(TenantScope scope, @Nullable Instant until) {
    Map<Currency, Balances> sums = new LinkedHashMap<>();
    for (PartnerBalances one : ofAll(scope, until)) {
      sums.merge(one.balances().currency(), one.balances(), Balances::plus);
    }
    return List.copyOf(sums.values());
  }

  /** A page of entries, newest first. */
  public Page<LedgerEntry> entries(TenantScope scope, EntryFilter filter, PageRequest page) {
    return new KeysetQuery<>(LedgerEntry.class, LedgerEntry::id)
        .where("partnerId = :partner", "partner", filter.partnerId())
        .where("currency = :currency", "currency", filter.currency())
        .where("account = :account", "account", filter.account())
        .where("postedAt >= :from", "from", filter.from())
        .where("postedAt < :to", "to", filter.to())
        .page(sessions.of(scope), page);
  }

  /** Transactions by identifier; those that the tenant does not have are missing. */
  public List<LedgerTransaction> transactions(TenantScope scope, List<UUID> ids) {
    return sessions
        .of(scope)
        .createSelectionQuery("from LedgerTransaction where id in :ids", LedgerTransaction.class)
        .setParameterList("ids", ids)
        .getResultList();
  }

  private NativeQuery<Object[]> query(TenantScope scope, String sql, @Nullable Instant until) {
    return sessions
        .of(scope)
        .createNativeQuery(sql, Object[].class)
        .setParameter("tenant", scope.tenantId())
        .setParameter("until", until, Instant.class);
  }

  private static List<PartnerBalances> read(NativeQuery<Object[]> query) {
    return query.getResultList().stream().map(LedgerBalances::balances).toList();
  }

  private static PartnerBalances balances(Object[] row) {
    int at = 2;
    return new PartnerBalances(
        (UUID) row[0],
        new Balances(
            Currency.getInstance((String) row[1]),
            (Long) row[at++],
            (Long) row[at++],
            (Long) row[at++],
            (Long) row[at++],
            (Long) row[at++],
            (Long) row[at++],
            (Long) row[at++],
            (Long) row[at++],
            (Long) row[at]));
  }
}
