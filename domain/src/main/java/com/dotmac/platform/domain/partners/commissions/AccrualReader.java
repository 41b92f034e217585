package com.dotmac.platform.domain.partners.commissions;

import com.dotmac.platform.domain.partners.rules.Terms;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is known of the invoices that facts are about: each question for all of them at once.
 */
final class AccrualReader {

  private static final String LINES =
      """
      SELECT id, terms_id, allocation_id, status, available_at, blocked_at, blocked_reason,
        amount - reversed_amount AS open
      FROM partner_commission_events
      WHERE kind = 'accrual' AND status <> 'cancelled' AND amount > reversed_amount AND terms_id = ANY (?) ORDER BY id\
      """;

  private final TenantSql sql;

  AccrualReader(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * Waits for whoever else reckons commissions of the tenant, and keeps others waiting until the
   * transaction ends: what one fact changes depends on those before it.
   */
  void hold(TenantScope scope) {
    sql.list(
        scope,
        "SELECT pg_advisory_xact_lock(hashtextextended('partner commissions of ' || ?, 0))",
        row -> true,
        scope.tenantId().toString());
  }

  /** Which parts of facts were taken in already. */
  Set<Part> known(TenantScope scope, Collection<UUID> eventIds) {
    return new HashSet<>(
        sql.list(
            scope,
            "SELECT billing_event_id, part FROM partner_commission_inputs"
                + " WHERE billing_event_id = ANY (?)",
            row -> new Part(row.getObject(1, UUID.class), row.getInt(2)),
            eventIds));
  }

  /** What was taken in of invoices so far, with whose money it was. */
  List<Known> intakes(TenantScope scope, Collection<UUID> invoiceIds) {
    return sql.list(
        scope,
        """
        SELECT billing_event_id, part, invoice_id, allocation_id, application_id, partner_id, kind, amount, occurred_at
        FROM partner_commission_inputs WHERE invoice_id = ANY (?) ORDER BY id\
        """,
        AccrualReader::intake,
        invoiceIds);
  }

  /**
   * By what is earned on invoices.
   *
   * @param terms what versions of rules say
   */
  List<TermsRow> terms(
      TenantScope scope, Collection<UUID> invoiceIds, Function<UUID, Terms> terms) {
    return sql.list(
        scope,
        "SELECT * FROM partner_commission_terms WHERE invoice_id = ANY (?)"
            + " ORDER BY invoice_id, partner_id, position",
        row -> terms(row, terms),
        invoiceIds);
  }

  /** Versions of rules by which is earned on invoices. */
  Set<UUID> versions(TenantScope scope, Collection<UUID> invoiceIds) {
    return new HashSet<>(
        sql.list(
            scope,
            "SELECT DISTINCT version_id FROM partner_commission_terms"
                + " WHERE invoice_id = ANY (?) AND version_id IS NOT NULL",
            row -> row.getObject(1, UUID.class),
            invoiceIds));
  }

  /** Lines of which something can be taken back, oldest first. */
  List<OpenLine> lines(TenantScope scope, Collection<UUID> termsIds) {
    return sql.list(scope, LINES, AccrualReader::line, termsIds);
  }

  /** The same of all terms of a period. */
  List<OpenLine> linesOfPool(TenantScope scope, UUID poolId) {
    return sql.list(
        scope,
        LINES.replace(
            "terms_id = ANY (?)",
            "terms_id IN (SELECT id FROM partner_commission_terms WHERE pool_id = ?)"),
        AccrualReader::line,
        poolId);
  }

  /** The periods of partners. */
  List<PoolRow> pools(TenantScope scope, Collection<UUID> partnerIds) {
    return sql.list(
        scope,
        "SELECT * FROM partner_commission_pools WHERE partner_id = ANY (?)",
        row ->
            new PoolRow(
                id(row, "id"),
                new PoolRow.Key(
                    id(row, "partner_id"),
                    id(row, "version_id"),
                    row.getString("currency"),
                    instant(row, "from_at")),
                instant(row, "to_at"),
                row.getLong("base_amount"),
                row.getLong("amount"),
                false),
        partnerIds);
  }

  /** When the first money of accounts came. */
  Map<UUID, Instant> anchors(TenantScope scope, Collection<UUID> accountIds) {
    Map<UUID, Instant> anchors = new HashMap<>();
    sql.list(
            scope,
            "SELECT account_id, min(decided_at) AS first_at FROM partner_commission_terms"
                + " WHERE account_id = ANY (?) GROUP BY account_id",
            row -> Map.entry(id(row, "account_id"), instant(row, "first_at")),
            accountIds)
        .forEach(entry -> anchors.put(entry.getKey(), entry.getValue()));
    return anchors;
  }

  /** For whom money of customers came already. */
  Set<AccrualState.PartnerCustomer> begun(TenantScope scope, Collection<UUID> customerIds) {
    return new HashSet<>(
        sql.list(
            scope,
            "SELECT DISTINCT partner_id, customer_id FROM partner_commission_terms"
                + " WHERE customer_id = ANY (?)",
            row -> new AccrualState.PartnerCustomer(id(row, "partner_id"), id(row, "customer_id")),
            customerIds));
  }

  private static Known intake(ResultSet row) throws SQLException {
    return new Known(
        new Intake(
            id(row, "billing_event_id"),
            row.getInt("part"),
            id(row, "invoice_id"),
            id(row, "allocation_id"),
            id(row, "application_id"),
            IntakeKind.of(row.getString("kind")),
            CommissionCause.PAYMENT,
            row.getLong("amount"),
            instant(row, "occurred_at")),
        row.getObject("partner_id", UUID.class));
  }

  private static TermsRow terms(ResultSet row, Function<UUID, Terms> terms) throws SQLException {
    UUID version = row.getObject("version_id", UUID.class);
    OffsetDateTime ends = row.getObject("ends_at", OffsetDateTime.class);
    return new TermsRow(
        id(row, "id"),
        new TermsRow.Key(
            id(row, "partner_id"),
            row.getObject("account_id", UUID.class),
            row.getObject("customer_id", UUID.class),
            id(row, "invoice_id"),
            row.getInt("position")),
        new TermsRow.Decided(
            TermsSource.of(row.getString("source")),
            row.getString("none_reason"),
            version,
            row.getObject("pool_id", UUID.class),
            row.getBigDecimal("rate"),
            row.getString("currency"),
            row.getLong("invoice_amount"),
            row.getLong("commissionable_amount"),
            row.getInt("hold_days"),
            ends == null ? null : ends.toInstant(),
            row.getObject("allocation_id", UUID.class),
            instant(row, "decided_at")),
        version == null ? null : terms.apply(version),
        row.getLong("base_amount"),
        row.getLong("amount"));
  }

  private static OpenLine line(ResultSet row) throws SQLException {
    OffsetDateTime blocked = row.getObject("blocked_at", OffsetDateTime.class);
    return new OpenLine(
        id(row, "id"),
        id(row, "terms_id"),
        row.getObject("allocation_id", UUID.class),
        new OpenLine.Standing(
            CommissionStatus.PENDING.code().equals(row.getString("status")),
            instant(row, "available_at"),
            blocked == null ? null : blocked.toInstant(),
            row.getString("blocked_reason")),
        row.getLong("open"));
  }

  private static UUID id(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /**
   * A part of a fact.
   *
   * @param eventId the fact
   * @param part which part of it
   */
  record Part(UUID eventId, int part) {}

  /**
   * What was taken in.
   *
   * @param intake the fact, of which the cause is not known any more
   * @param partnerId whose the money was; {@code null}: nobody's, or it is no money that came
   */
  record Known(Intake intake, @Nullable UUID partnerId) {}
}
