package com.dotmac.platform.domain.partners.ledger;

import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.domain.tenancy.TenantSql;
import com.dotmac.platform.domain.tenancy.TenantSql.Column;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** The door to what the books say of some times. Only reads. */
public final class LedgerTurnovers {

  // Each time of each currency is a range of the index of entries; nothing before it is read.
  private static final String SUMS =
      """
      SELECT given.currency, given.from_at, sums.*
      FROM %1$s AS given
      CROSS JOIN LATERAL (
        SELECT %2$s AS earned, -%3$s AS reversed, %4$s AS adjusted
        FROM partner_ledger_entries e
        JOIN partner_ledger_transactions t ON t.tenant_id = e.tenant_id AND t.id = e.transaction_id
        WHERE e.tenant_id = current_tenant_id() AND e.partner_id = given.partner_id
          AND e.currency = given.currency::char(3) AND e.account = 'expense'
          AND e.posted_at >= given.from_at AND e.posted_at < given.to_at
      ) sums\
      """
          .formatted("%s", Movement.EARNED.sum(), Movement.REVERSED.sum(), Movement.ADJUSTED.sum());

  private static final List<Column<Asked>> COLUMNS =
      List.of(
          new Column<>("partner_id", "uuid", Asked::partnerId),
          new Column<>("currency", "varchar", asked -> asked.currency().getCurrencyCode()),
          new Column<>("from_at", "timestamptz", asked -> asked.span().from()),
          new Column<>("to_at", "timestamptz", asked -> asked.span().to()));

  private final TenantSql sql;

  /**
   * The books in the sessions of one database.
   *
   * @param sessions where the current session comes from
   */
  public LedgerTurnovers(TenantSessions sessions) {
    sql = new TenantSql(sessions);
  }

  /**
   * What was entered of a partner's earnings: one for each currency and time that is asked for, in
   * one statement.
   *
   * @param spans the times
   */
  public List<Turnover> of(
      TenantScope scope, UUID partnerId, List<Currency> currencies, List<Span> spans) {
    List<Asked> asked =
        currencies.stream()
            .flatMap(currency -> spans.stream().map(span -> new Asked(partnerId, currency, span)))
            .toList();
    return sql.withRows(scope, SUMS, COLUMNS, asked, LedgerTurnovers::turnover);
  }

  private static Turnover turnover(ResultSet row) throws SQLException {
    return new Turnover(
        Currency.getInstance(row.getString("currency")),
        row.getObject("from_at", OffsetDateTime.class).toInstant(),
        row.getLong("earned"),
        row.getLong("reversed"),
        row.getLong("adjusted"));
  }

  /**
   * A time.
   *
   * @param from first instant of it
   * @param to first instant after it
   */
  public record Span(Instant from, Instant to) {}

  private record Asked(UUID partnerId, Currency currency, Span span) {}
}
