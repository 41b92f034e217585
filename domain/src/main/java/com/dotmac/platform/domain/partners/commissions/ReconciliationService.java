package com.dotmac.platform.domain.partners.commissions;

import com.dotmac.platform.domain.partners.ledger.Balances;
import com.dotmac.platform.domain.partners.ledger.LedgerBalances;
import com.dotmac.platform.domain.partners.ledger.PartnerBalances;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.domain.tenancy.TenantSql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Proves what partners are owed: reckons it from the books, and beside that from the lines of
 * commission and the payouts, which know nothing of the books. Only reads.
 */
public final class ReconciliationService {

  // An open payout's lines are approved and named by it, so its amount is read from the payouts.
  private static final String SUMS =
      """
      SELECT partner_id, currency,
        coalesce(sum(amount) FILTER (WHERE kind = 'accrual'), 0)::bigint AS earned,
        coalesce(-sum(amount) FILTER (WHERE kind = 'reversal'), 0)::bigint
          + coalesce(sum(amount - reversed_amount) FILTER (
              WHERE status = 'cancelled' AND kind IN ('accrual', 'adjustment')), 0)::bigint AS reversed,
        coalesce(sum(amount) FILTER (WHERE kind = 'adjustment'), 0)::bigint AS adjusted,
        coalesce(sum(amount) FILTER (WHERE kind = 'write_off' AND status <> 'cancelled'), 0)::bigint AS written_off,
        coalesce(sum(amount) FILTER (WHERE status = 'pending'), 0)::bigint AS held,
        coalesce(sum(amount) FILTER (WHERE status = 'approved' AND payout_id IS NULL), 0)::bigint AS payable,
        0::bigint AS in_flight, 0::bigint AS paid
      FROM partner_commission_events WHERE %1$s GROUP BY partner_id, currency
      UNION ALL
      SELECT partner_id, currency, 0, 0, 0, 0, 0, 0,
        coalesce(sum(amount) FILTER (WHERE status NOT IN ('completed', 'cancelled', 'failed')), 0)::bigint,
        coalesce(sum(amount) FILTER (WHERE status = 'completed'), 0)::bigint
      FROM partner_payouts WHERE %1$s GROUP BY partner_id, currency\
      """;

  private static final String OF_ONE = SUMS.formatted("partner_id = given");
  private static final String OF_ALL = SUMS.formatted("true");

  private final TenantSql sql;
  private final LedgerBalances books;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param books what the ledger says
   */
  public ReconciliationService(TenantSessions sessions, LedgerBalances books) {
    sql = new TenantSql(sessions);
    this.books = books;
  }

  /** A partner in each currency that he has lines or entries in, by its code. */
  public List<Reconciliation> of(TenantScope scope, UUID partnerId) {
    List<PartnerBalances> lines =
        sql.list(
            scope,
            OF_ONE.replace("partner_id = given", "partner_id = ?"),
            ReconciliationService::sums,
            partnerId,
            partnerId);
    return paired(books.of(scope, partnerId, null), lines);
  }

  /** All partners together, in each currency. */
  public List<Reconciliation> ofTenant(TenantScope scope) {
    return paired(
        books.ofTenant(scope, null), sql.list(scope, OF_ALL, ReconciliationService::sums));
  }

  private static List<Reconciliation> paired(
      Collection<Balances> books, List<PartnerBalances> lines) {
    Map<Currency, Balances> byBooks = new LinkedHashMap<>();
    books.forEach(balances -> byBooks.put(balances.currency(), balances));
    Map<Currency, Balances> byLines = byCurrency(lines);
    List<Currency> currencies = new ArrayList<>(byBooks.keySet());
    byLines.keySet().stream().filter(one -> !byBooks.containsKey(one)).forEach(currencies::add);
    return currencies.stream()
        .map(
            currency ->
                new Reconciliation(
                    byBooks.getOrDefault(currency, nothing(currency)),
                    byLines.getOrDefault(currency, nothing(currency))))
        .toList();
  }

  /** What one partner owes is not set off against what another is owed. */
  private static Map<Currency, Balances> byCurrency(List<PartnerBalances> parts) {
    Map<UUID, Map<Currency, Balances>> byPartner = new LinkedHashMap<>();
    for (PartnerBalances part : parts) {
      byPartner
          .computeIfAbsent(part.partnerId(), unused -> new LinkedHashMap<>())
          .merge(part.balances().currency(), part.balances(), Balances::plus);
    }
    Map<Currency, Balances> sums = new LinkedHashMap<>();
    byPartner
        .values()
        .forEach(of -> of.forEach((currency, one) -> sums.merge(currency, one, Balances::plus)));
    return sums;
  }

  private static PartnerBalances sums(ResultSet row) throws SQLException {
    long payable = row.getLong("payable");
    return new PartnerBalances(
        row.getObject("partner_id", UUID.class),
        new Balances(
            Currency.getInstance(row.getString("currency")),
            row.getLong("earned"),
            row.getLong("reversed"),
            row.getLong("adjusted"),
            row.getLong("written_off"),
            row.getLong("held"),
            Math.max(0, payable),
            row.getLong("in_flight"),
            row.getLong("paid"),
            Math.max(0, -payable)));
  }

  private static Balances nothing(Currency currency) {
    return new Balances(currency, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }
}
