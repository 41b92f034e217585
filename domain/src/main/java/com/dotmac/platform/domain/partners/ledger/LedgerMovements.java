package com.dotmac.platform.domain.partners.ledger;

import com.dotmac.platform.domain.shared.KeysetQuery;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.domain.tenancy.TenantSql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The door to what changed in the books over a period, which is half-open: what was entered at its
 * first instant is in it, what was entered at the first instant after it is not. Only reads.
 */
public final class LedgerMovements {

  private static final String SUMS =
      """
      SELECT e.partner_id, e.currency, %1$s,
        coalesce(-sum(e.amount) FILTER (WHERE e.account = 'held'), 0)::bigint AS held,
        coalesce(-sum(e.amount) FILTER (WHERE e.account = 'payable'), 0)::bigint AS payable,
        coalesce(-sum(e.amount) FILTER (WHERE e.account = 'in_flight'), 0)::bigint AS in_flight
      FROM partner_ledger_entries e
      JOIN partner_ledger_transactions t ON t.tenant_id = e.tenant_id AND t.id = e.transaction_id
      WHERE e.tenant_id = current_tenant_id() AND e.posted_at >= ? AND e.posted_at < ?%2$s
      GROUP BY e.partner_id, e.currency
      ORDER BY e.partner_id, e.currency\
      """;

  private static final String OF_ALL = SUMS.formatted(columns(), "");
  private static final String OF_ONE = SUMS.formatted(columns(), " AND e.partner_id = ?");

  private final TenantSessions sessions;
  private final TenantSql sql;

  /**
   * The books in the sessions of one database.
   *
   * @param sessions where the current session comes from
   */
  public LedgerMovements(TenantSessions sessions) {
    this.sessions = sessions;
    sql = new TenantSql(sessions);
  }

  /** When the first entry of the tenant was made; empty: there is none. */
  public Optional<Instant> first(TenantScope scope) {
    return sql
        .list(
            scope,
            "SELECT min(posted_at) AS posted_at FROM partner_ledger_transactions"
                + " WHERE tenant_id = current_tenant_id() HAVING min(posted_at) IS NOT NULL",
            row -> instant(row, "posted_at"))
        .stream()
        .findFirst();
  }

  /** What changed for each partner in each currency; where nothing was entered, it is missing. */
  public List<Movements> ofAll(TenantScope scope, Instant from, Instant to) {
    return sql.list(scope, OF_ALL, LedgerMovements::movements, from, to);
  }

  /** What changed for a partner, by the code of the currency. */
  public List<Movements> of(TenantScope scope, UUID partnerId, Instant from, Instant to) {
    return sql.list(scope, OF_ONE, LedgerMovements::movements, from, to, partnerId);
  }

  /**
   * A page of the entries that changed what a partner is owed, newest first.
   *
   * @param movement only those that are this; {@code null}: all
   */
  public Page<LedgerEntry> page(
      TenantScope scope,
      UUID partnerId,
      Currency currency,
      Instant from,
      Instant to,
      @Nullable Movement movement,
      PageRequest page) {
    List<LedgerAccount> accounts =
        movement == null
            ? Arrays.stream(Movement.values()).map(Movement::account).distinct().toList()
            : List.of(movement.account());
    return new KeysetQuery<>(LedgerEntry.class, LedgerEntry::id)
        .where("partnerId = :partner", "partner", partnerId)
        .where("currency = :currency", "currency", currency.getCurrencyCode())
        .where("account in :accounts", "accounts", accounts)
        .where("postedAt >= :from", "from", from)
        .where("postedAt < :to", "to", to)
        .where(
            "transactionId in (select t.id from LedgerTransaction t where t.kind in :kinds)",
            "kinds",
            movement == null ? null : List.copyOf(movement.kinds()))
        .page(sessions.of(scope), page);
  }

  private static String columns() {
    return Arrays.stream(Movement.values())
        .map(movement -> movement.sum() + " AS " + movement.code())
        .collect(Collectors.joining(",\n  "));
  }

  private static Movements movements(ResultSet row) throws SQLException {
    return new Movements(
        row.getObject("partner_id", UUID.class),
        Currency.getInstance(row.getString("currency")),
        row.getLong("earned"),
        row.getLong("reversed"),
        row.getLong("adjusted"),
        row.getLong("written_off"),
        row.getLong("paid_out"),
        row.getLong("returned"),
        row.getLong("held"),
        row.getLong("payable"),
        row.getLong("in_flight"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
