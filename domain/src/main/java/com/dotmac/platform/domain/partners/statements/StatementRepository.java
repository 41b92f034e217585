package com.dotmac.platform.domain.partners.statements;

import com.dotmac.platform.domain.partners.ledger.LedgerAccount;
import com.dotmac.platform.domain.partners.ledger.LedgerKind;
import com.dotmac.platform.domain.partners.ledger.Movement;
import com.dotmac.platform.domain.partners.statements.StatementRow.Standing;
import com.dotmac.platform.domain.shared.KeysetQuery;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.domain.tenancy.TenantSql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The queries over {@code partner_statement_periods} and {@code partner_statements}. */
final class StatementRepository {

  // That of the trigger on the books, which takes it shared.
  private static final String LOCK =
      "SELECT pg_advisory_xact_lock(hashtextextended('partner statements of ' || ?, 0))";

  private static final String CLOSE =
      """
      INSERT INTO partner_statement_periods (tenant_id, id, month, time_zone, starts_at, ends_at, closed_at)
      VALUES (current_tenant_id(), ?, ?::date, ?, ?, ?, ?)
      ON CONFLICT (tenant_id, month) DO NOTHING\
      """;

  private static final String STANDINGS =
      """
      SELECT partner_id, currency, held, payable, in_flight FROM partner_statements
      WHERE tenant_id = current_tenant_id() AND period_id = ? AND (held <> 0 OR payable <> 0 OR in_flight <> 0)
      ORDER BY partner_id, currency\
      """;

  private static final String STATE =
      """
      INSERT INTO partner_statements (tenant_id, period_id, starts_at, ends_at, month, time_zone, made_at, issuer_name,
        partner_number, partner_name, id, partner_id, currency, opening_balance, earned, reversed, adjusted, written_off,
        paid_out, returned, closing_balance, held, payable, in_flight)
      SELECT p.tenant_id, p.id, p.starts_at, p.ends_at, p.month, p.time_zone, p.closed_at, t.name,
        r.number, r.company_name, given.*
      FROM %%s AS given
      JOIN partners r ON r.tenant_id = current_tenant_id() AND r.id = given.partner_id
      JOIN partner_statement_periods p ON p.tenant_id = r.tenant_id AND p.id = '%s'
      JOIN tenants t ON t.id = r.tenant_id
      RETURNING id\
      """;

  private static final String LINES =
      """
      SELECT e.id, e.account, t.kind, e.amount, e.currency, e.commission_event_id, e.payout_id, e.posted_at,
        c.customer_id, c.invoice_id, c.reason
      FROM partner_ledger_entries e
      JOIN partner_ledger_transactions t ON t.tenant_id = e.tenant_id AND t.id = e.transaction_id
      LEFT JOIN partner_commission_events c ON c.tenant_id = e.tenant_id AND c.id = e.commission_event_id
      WHERE e.tenant_id = current_tenant_id() AND e.partner_id = ? AND e.currency = ?::char(3)
        AND e.account IN ('expense', 'written_off', 'paid') AND e.posted_at >= ? AND e.posted_at < ?
      ORDER BY e.id\
      """;

  private static final LedgerAccount.Column ACCOUNTS = new LedgerAccount.Column();
  private static final LedgerKind.Column KINDS = new LedgerKind.Column();

  private final TenantSessions sessions;
  private final TenantSql sql;

  StatementRepository(TenantSessions sessions) {
    this.sessions = sessions;
    sql = new TenantSql(sessions);
  }

  Optional<PartnerStatement> find(TenantScope scope, UUID id) {
    return Optional.ofNullable(sessions.of(scope).find(PartnerStatement.class, id));
  }

  Page<PartnerStatement> list(
      TenantScope scope, UUID partnerId, @Nullable String currency, PageRequest page) {
    return new KeysetQuery<>(PartnerStatement.class, PartnerStatement::id)
        .where("partnerId = :partner", "partner", partnerId)
        .where("currency = :currency", "currency", currency)
        .page(sessions.of(scope), page);
  }

  /** Waits for whoever enters something into the books, and lets nobody do so until the end. */
  void holdBooks(TenantScope scope) {
    sql.list(scope, LOCK, row -> row, scope.tenantId().toString());
  }

  /** The last month that was closed; empty: none was. */
  Optional<PartnerStatementPeriod> last(TenantScope scope) {
    return sessions
        .of(scope)
        .createSelectionQuery(
            "from PartnerStatementPeriod order by month desc", PartnerStatementPeriod.class)
        .setMaxResults(1)
        .uniqueResultOptional();
  }

  /**
   * Closes a month.
   *
   * @return whether nobody had
   */
  boolean close(TenantScope scope, UUID id, StatementPeriod period, Instant at) {
    return sql.change(
            scope,
            CLOSE,
            id,
            period.month().atDay(1).toString(),
            period.zone().getId(),
            period.from(),
            period.to(),
            at)
        == 1;
  }

  /** Where those stood at the end of a closed month who were owed something or owed it. */
  Map<Books, Standing> standings(TenantScope scope, UUID periodId) {
    Map<Books, Standing> standings = new LinkedHashMap<>();
    sql.list(
            scope,
            STANDINGS,
            row ->
                Map.entry(
                    new Books(
                        row.getObject("partner_id", UUID.class),
                        Currency.getInstance(row.getString("currency"))),
                    new Standing(
                        row.getLong("held"), row.getLong("payable"), row.getLong("in_flight"))),
            periodId)
        .forEach(entry -> standings.put(entry.getKey(), entry.getValue()));
    return standings;
  }

  /** Adds the statements of a month that was just closed; how many. */
  int add(TenantScope scope, UUID periodId, List<StatementRow> rows) {
    return sql.withRows(
            scope, STATE.formatted(periodId), StatementRow.COLUMNS, rows, row -> row.getString(1))
        .size();
  }

  /** All entries that a statement adds up. */
  List<StatementLine> lines(TenantScope scope, PartnerStatement statement) {
    return sql.list(
        scope,
        LINES,
        StatementRepository::line,
        statement.partnerId(),
        statement.currency().getCurrencyCode(),
        statement.period().from(),
        statement.period().to());
  }

  private static StatementLine line(ResultSet row) throws SQLException {
    return new StatementLine(
        row.getObject("id", UUID.class),
        Movement.of(
            Objects.requireNonNull(ACCOUNTS.convertToEntityAttribute(row.getString("account"))),
            Objects.requireNonNull(KINDS.convertToEntityAttribute(row.getString("kind")))),
        Money.of(row.getLong("amount"), row.getString("currency")),
        row.getObject("posted_at", OffsetDateTime.class).toInstant(),
        row.getObject("commission_event_id", UUID.class),
        row.getObject("payout_id", UUID.class),
        row.getObject("customer_id", UUID.class),
        row.getObject("invoice_id", UUID.class),
        row.getString("reason"));
  }

  /** The books of a partner in a currency. */
  record Books(UUID partnerId, Currency currency) {}
}
