package com.dotmac.platform.domain.partners.commissions;

import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.domain.tenancy.TenantSql;
import com.dotmac.platform.domain.tenancy.TenantSql.Column;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The door to when what is held can be approved. Only reads. */
public final class ReleaseDates {

  // One look into the index for each currency, however many lines are held.
  private static final String NEXT =
      """
      SELECT given.currency, held.next_at
      FROM %s AS given
      CROSS JOIN LATERAL (
        SELECT min(e.available_at) AS next_at FROM partner_commission_events e
        WHERE e.tenant_id = current_tenant_id() AND e.partner_id = given.partner_id
          AND e.currency = given.currency::char(3) AND e.status = 'pending' AND e.blocked_at IS NULL
      ) held
      WHERE held.next_at IS NOT NULL\
      """;

  private static final List<Column<Asked>> COLUMNS =
      List.of(
          new Column<>("partner_id", "uuid", Asked::partnerId),
          new Column<>("currency", "varchar", asked -> asked.currency().getCurrencyCode()));

  private final TenantSql sql;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   */
  public ReleaseDates(TenantSessions sessions) {
    sql = new TenantSql(sessions);
  }

  /**
   * When the first of what is held for a partner can be approved, by currency; before now: it waits
   * for somebody to approve it. A currency in which nothing is held, or only what is blocked, is
   * missing.
   */
  public Map<Currency, Instant> next(TenantScope scope, UUID partnerId, List<Currency> currencies) {
    Map<Currency, Instant> dates = new HashMap<>();
    List<Asked> asked =
        currencies.stream().map(currency -> new Asked(partnerId, currency)).toList();
    sql.withRows(
            scope,
            NEXT,
            COLUMNS,
            asked,
            row ->
                Map.entry(
                    Currency.getInstance(row.getString("currency")),
                    row.getObject("next_at", OffsetDateTime.class).toInstant()))
        .forEach(date -> dates.put(date.getKey(), date.getValue()));
    return dates;
  }

  private record Asked(UUID partnerId, Currency currency) {}
}
