package com.dotmac.platform.domain.partners.commissions;

import com.dotmac.platform.domain.partners.ledger.Ledger;
import com.dotmac.platform.domain.partners.ledger.LedgerAccount;
import com.dotmac.platform.domain.partners.ledger.LedgerDraft;
import com.dotmac.platform.domain.partners.ledger.LedgerKind;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSql;
import com.dotmac.platform.domain.tenancy.TenantSql.Column;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes what a run reckoned: each table in one statement, however much there is. */
final class AccrualWriter {

  private static final List<Column<AccrualRun.TakenIntake>> INPUTS =
      List.of(
          new Column<>("id", "uuid", AccrualRun.TakenIntake::id),
          new Column<>("billing_event_id", "uuid", taken -> taken.intake().eventId()),
          new Column<>("part", "integer", taken -> taken.intake().part()),
          new Column<>("invoice_id", "uuid", taken -> taken.intake().invoiceId()),
          new Column<>("allocation_id", "uuid", taken -> taken.intake().allocationId()),
          new Column<>("application_id", "uuid", taken -> taken.intake().applicationId()),
          new Column<>("partner_id", "uuid", AccrualWriter::partnerOf),
          new Column<>("account_id", "uuid", AccrualWriter::accountOf),
          new Column<>("kind", "varchar", taken -> taken.intake().kind().code()),
          new Column<>("amount", "bigint", taken -> taken.intake().amount()),
          new Column<>("occurred_at", "timestamptz", taken -> taken.intake().occurredAt()));

  private static final List<Column<PoolRow>> POOLS =
      List.of(
          new Column<>("id", "uuid", PoolRow::id),
          new Column<>("partner_id", "uuid", pool -> pool.key().partnerId()),
          new Column<>("version_id", "uuid", pool -> pool.key().versionId()),
          new Column<>("currency", "bpchar", pool -> pool.key().currency()),
          new Column<>("from_at", "timestamptz", pool -> pool.key().from()),
          new Column<>("to_at", "timestamptz", PoolRow::to),
          new Column<>("base_amount", "bigint", PoolRow::base),
          new Column<>("amount", "bigint", PoolRow::amount));

  private static final List<Column<TermsRow>> TERMS =
      List.of(
          new Column<>("id", "uuid", TermsRow::id),
          new Column<>("partner_id", "uuid", TermsRow::partnerId),
          new Column<>("account_id", "uuid", row -> row.key().accountId()),
          new Column<>("customer_id", "uuid", row -> row.key().customerId()),
          new Column<>("invoice_id", "uuid", row -> row.key().invoiceId()),
          new Column<>("allocation_id", "uuid", TermsRow::allocationId),
          new Column<>("version_id", "uuid", row -> row.decided().versionId()),
          new Column<>("pool_id", "uuid", row -> row.decided().poolId()),
          new Column<>("position", "integer", row -> row.key().position()),
          new Column<>("source", "varchar", row -> row.decided().source().code()),
          new Column<>("none_reason", "varchar", row -> row.decided().noneReason()),
          new Column<>("rate", "numeric", row -> row.decided().rate()),
          new Column<>("currency", "bpchar", row -> row.decided().currency()),
          new Column<>("invoice_amount", "bigint", row -> row.decided().invoiceTotal()),
          new Column<>("commissionable_amount", "bigint", TermsRow::commissionable),
          new Column<>("base_amount", "bigint", TermsRow::base),
          new Column<>("amount", "bigint", TermsRow::amount),
          new Column<>("hold_days", "integer", row -> row.decided().holdDays()),
          new Column<>("ends_at", "timestamptz", TermsRow::endsAt),
          new Column<>("decided_at", "timestamptz", row -> row.decided().at()));

  private final TenantSql sql;
  private final Ledger ledger;

  AccrualWriter(TenantSql sql, Ledger ledger) {
    this.sql = sql;
    this.ledger = ledger;
  }

  void write(CallContext context, AccrualState state, AccrualRun run) {
    TenantScope scope = context.scope();
    sql.insert(scope, "partner_commission_inputs", INPUTS, run.taken());
    pools(scope, state.pools());
    terms(scope, run.terms());
    sql.insert(scope, "partner_commission_events", columns(context.at()), run.lines());
    reversed(scope, List.copyOf(state.reversed()));
    ledger.post(context, drafts(run.lines()));
  }

  private void pools(TenantScope scope, List<PoolRow> pools) {
    sql.insert(
        scope, "partner_commission_pools", POOLS, pools.stream().filter(PoolRow::isNew).toList());
    sql.withRows(
        scope,
        "UPDATE partner_commission_pools pool SET base_amount = given.base_amount, amount = given.amount"
            + " FROM %s AS given WHERE pool.tenant_id = current_tenant_id() AND pool.id = given.id",
        List.<Column<PoolRow>>of(
            new Column<>("id", "uuid", PoolRow::id),
            new Column<>("base_amount", "bigint", PoolRow::base),
            new Column<>("amount", "bigint", PoolRow::amount)),
        pools.stream().filter(pool -> pool.isChanged() && !pool.isNew()).toList(),
        row -> row);
  }

  private void terms(TenantScope scope, List<TermsRow> terms) {
    sql.insert(
        scope, "partner_commission_terms", TERMS, terms.stream().filter(TermsRow::isNew).toList());
    sql.withRows(
        scope,
        "UPDATE partner_commission_terms terms SET base_amount = given.base_amount, amount = given.amount"
            + " FROM %s AS given WHERE terms.tenant_id = current_tenant_id() AND terms.id = given.id",
        List.<Column<TermsRow>>of(
            new Column<>("id", "uuid", TermsRow::id),
            new Column<>("base_amount", "bigint", TermsRow::base),
            new Column<>("amount", "bigint", TermsRow::amount)),
        terms.stream().filter(row -> row.isChanged() && !row.isNew()).toList(),
        row -> row);
  }

  private void reversed(TenantScope scope, List<OpenLine> lines) {
    sql.withRows(
        scope,
        "UPDATE partner_commission_events event"
            + " SET reversed_amount = event.reversed_amount + given.reversed_amount, version = event.version + 1"
            + " FROM %s AS given WHERE event.tenant_id = current_tenant_id() AND event.id = given.id",
        List.<Column<OpenLine>>of(
            new Column<>("id", "uuid", OpenLine::id),
            new Column<>("reversed_amount", "bigint", OpenLine::reversed)),
        lines,
        row -> row);
  }

  private static List<Column<LineDraft>> columns(Instant now) {
    return List.of(
        new Column<>("id", "uuid", LineDraft::id),
        new Column<>("partner_id", "uuid", line -> line.terms().partnerId()),
        new Column<>("account_id", "uuid", line -> line.terms().key().accountId()),
        new Column<>("customer_id", "uuid", line -> line.terms().key().customerId()),
        new Column<>("invoice_id", "uuid", line -> line.terms().key().invoiceId()),
        new Column<>("allocation_id", "uuid", line -> line.intake().allocationId()),
        new Column<>("terms_id", "uuid", line -> line.terms().id()),
        new Column<>("billing_event_id", "uuid", line -> line.intake().eventId()),
        new Column<>("reverses_id", "uuid", LineDraft::reversesId),
        new Column<>("kind", "varchar", line -> line.kind().code()),
        new Column<>("cause", "varchar", line -> line.intake().cause().code()),
        new Column<>("currency", "bpchar", line -> line.terms().decided().currency()),
        new Column<>("base_amount", "bigint", LineDraft::base),
        new Column<>("rate", "numeric", LineDraft::rate),
        new Column<>("amount", "bigint", LineDraft::amount),
        new Column<>("reversed_amount", "bigint", line -> 0),
        new Column<>("status", "varchar", LineDraft::status),
        new Column<>("occurred_at", "timestamptz", line -> line.intake().occurredAt()),
        new Column<>("available_at", "timestamptz", line -> line.standing().availableAt()),
        new Column<>("approved_at", "timestamptz", line -> line.approvedAt(now)),
        new Column<>("blocked_at", "timestamptz", line -> line.standing().blockedAt()),
        new Column<>("blocked_reason", "varchar", line -> line.standing().blockedReason()),
        new Column<>("created_at", "timestamptz", line -> now),
        new Column<>("version", "integer", line -> 0));
  }

  private static List<LedgerDraft> drafts(List<LineDraft> lines) {
    List<LedgerDraft> drafts = new ArrayList<>();
    for (LineDraft line : lines) {
      if (line.amount() != 0) {
        boolean held = line.standing().pending();
        drafts.add(
            LedgerDraft.ofCommission(
                line.terms().partnerId(),
                Currency.getInstance(line.terms().decided().currency()),
                line.amount() > 0 ? LedgerKind.ACCRUAL : LedgerKind.REVERSAL,
                LedgerAccount.EXPENSE,
                held ? LedgerAccount.HELD : LedgerAccount.PAYABLE,
                line.amount(),
                line.id()));
      }
    }
    return drafts;
  }

  private static @Nullable UUID partnerOf(AccrualRun.TakenIntake taken) {
    return taken.coverage() == null ? null : taken.coverage().partnerId();
  }

  private static @Nullable UUID accountOf(AccrualRun.TakenIntake taken) {
    return taken.coverage() == null ? null : taken.coverage().accountId();
  }
}
