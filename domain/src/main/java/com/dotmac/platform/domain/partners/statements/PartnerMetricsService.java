package com.dotmac.platform.domain.partners.statements;

import com.dotmac.platform.domain.partners.ledger.LedgerMovements;
import com.dotmac.platform.domain.partners.ledger.Movements;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.domain.tenancy.TenantSql;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The door to the figures of partners over any period. Money goes by when it was entered into the
 * books, as in statements, and sales by when their lines were: at the same instant. Only reads.
 */
public final class PartnerMetricsService {

  private static final String SALES =
      """
      SELECT currency, sum(base_amount)::bigint AS sales, count(*) AS lines, count(DISTINCT customer_id) AS customers
      FROM partner_commission_events
      WHERE tenant_id = current_tenant_id() AND partner_id = ? AND kind IN ('accrual', 'reversal')
        AND created_at >= ? AND created_at < ?
      GROUP BY currency\
      """;

  private final LedgerMovements ledger;
  private final TenantSql sql;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param ledger what changed in the books
   */
  public PartnerMetricsService(TenantSessions sessions, LedgerMovements ledger) {
    this.ledger = ledger;
    sql = new TenantSql(sessions);
  }

  /** Figures of a partner, by the code of the currency; where there is nothing, it is missing. */
  public List<PartnerMetrics> of(TenantScope scope, UUID partnerId, MetricsPeriod period) {
    Map<String, Movements> moved = new TreeMap<>();
    for (Movements one : ledger.of(scope, partnerId, period.from(), period.to())) {
      moved.put(one.currency().getCurrencyCode(), one);
    }
    Map<String, Sales> sold = new TreeMap<>();
    sql.list(
            scope,
            SALES,
            row ->
                new Sales(
                    row.getString("currency"),
                    row.getLong("sales"),
                    row.getLong("lines"),
                    row.getLong("customers")),
            partnerId,
            period.from(),
            period.to())
        .forEach(one -> sold.put(one.currency, one));
    Map<String, PartnerMetrics> figures = new TreeMap<>();
    sold.forEach((code, sales) -> figures.put(code, figures(partnerId, moved.get(code), sales)));
    moved.forEach(
        (code, one) ->
            figures.computeIfAbsent(
                code, unused -> figures(partnerId, one, new Sales(code, 0, 0, 0))));
    return List.copyOf(figures.values());
  }

  private static PartnerMetrics figures(UUID partnerId, @Nullable Movements found, Sales sales) {
    Currency currency = Currency.getInstance(sales.currency);
    Movements moved = found == null ? Movements.none(partnerId, currency) : found;
    return new PartnerMetrics(
        new Money(moved.earned(), currency),
        new Money(Math.negateExact(moved.reversed()), currency),
        new Money(Math.negateExact(Math.addExact(moved.paidOut(), moved.returned())), currency),
        new Money(sales.sales, currency),
        sales.lines,
        sales.customers);
  }

  private record Sales(String currency, long sales, long lines, long customers) {}
}
