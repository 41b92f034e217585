package com.dotmac.platform.domain.partners.commissions;

import com.dotmac.platform.domain.billing.credits.CreditedInvoices;
import com.dotmac.platform.domain.billing.events.BillingEvent;
import com.dotmac.platform.domain.billing.events.Facts;
import com.dotmac.platform.domain.billing.invoices.BilledInvoice;
import com.dotmac.platform.domain.billing.invoices.BilledInvoices;
import com.dotmac.platform.domain.partners.Coverage;
import com.dotmac.platform.domain.partners.PartnerCoverage;
import com.dotmac.platform.domain.partners.PartnerSettingsService;
import com.dotmac.platform.domain.partners.ledger.Ledger;
import com.dotmac.platform.domain.partners.rules.RuleBook;
import com.dotmac.platform.domain.partners.rules.RuleCandidate;
import com.dotmac.platform.domain.partners.rules.Terms;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.domain.tenancy.TenantSql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Has commissions follow the facts of billing: what partners earn by money that comes, and lose by
 * money that goes back.
 *
 * <p>A fact that is told again changes nothing; facts may come in another order than they happened
 * in. Any number of them is taken in by the same number of statements, and what comes of them is
 * the same, to the unit, however they are cut into calls.
 */
public final class CommissionAccrual {

  private final Intakes intakes;
  private final AccrualReader reader;
  private final AccrualWriter writer;
  private final BilledInvoices billed;
  private final PartnerCoverage coverage;
  private final RuleBook rules;
  private final PartnerSettingsService settings;
  private final TenantService tenants;
  private final AuditTrail audit;
  private final TenantSessions sessions;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param tenants knows the zone
   * @param rules by what partners earn
   * @param settings how long what was earned is held
   * @param ledger the books
   * @param audit where acts are recorded
   */
  public CommissionAccrual(
      TenantSessions sessions,
      TenantService tenants,
      RuleBook rules,
      PartnerSettingsService settings,
      Ledger ledger,
      AuditTrail audit) {
    TenantSql sql = new TenantSql(sessions);
    intakes = new Intakes(new CreditedInvoices(sessions));
    reader = new AccrualReader(sql);
    writer = new AccrualWriter(sql, ledger);
    billed = new BilledInvoices(sessions);
    coverage = new PartnerCoverage(sessions);
    this.rules = rules;
    this.settings = settings;
    this.tenants = tenants;
    this.audit = audit;
    this.sessions = sessions;
  }

  /**
   * Takes facts in.
   *
   * @param context whose facts they are, and when they are told
   * @param events the facts, in any order, also such as were taken in before or change nothing
   */
  public void take(CallContext context, List<BillingEvent> events) {
    TenantScope scope = context.scope();
    List<Intake> told = intakes.of(scope, events);
    if (told.isEmpty()) {
      return;
    }
    reader.hold(scope);
    Set<AccrualReader.Part> known =
        reader.known(scope, told.stream().map(Intake::eventId).collect(Collectors.toSet()));
    List<Intake> fresh = new ArrayList<>();
    for (Intake intake : told) {
      if (known.add(new AccrualReader.Part(intake.eventId(), intake.part()))) {
        fresh.add(intake);
      }
    }
    if (fresh.isEmpty()) {
      return;
    }
    AccrualState state = read(context, fresh);
    AccrualRun run = new AccrualRun(state, deciding(scope, state), context.at());
    fresh.forEach(run::take);
    writer.write(context, state, run);
    // The acts of all lines go to the database together.
    sessions.ofMany(scope);
    run.lines().forEach(line -> record(context, line));
  }

  private AccrualState read(CallContext context, List<Intake> fresh) {
    TenantScope scope = context.scope();
    Set<UUID> ids = fresh.stream().map(Intake::invoiceId).collect(Collectors.toSet());
    Map<UUID, InvoiceBook> books = new HashMap<>();
    for (BilledInvoice invoice : billed.of(scope, ids).values()) {
      books.put(invoice.id(), new InvoiceBook(invoice));
    }
    for (AccrualReader.Known before : reader.intakes(scope, books.keySet())) {
      Objects.requireNonNull(books.get(before.intake().invoiceId()), "it was asked for")
          .take(before.intake(), before.partnerId());
    }
    Map<UUID, Terms> terms = rules.terms(scope, reader.versions(scope, books.keySet()));
    List<TermsRow> rows = reader.terms(scope, books.keySet(), terms::get);
    for (TermsRow row : rows) {
      Objects.requireNonNull(books.get(row.key().invoiceId()), "it was asked for").terms().add(row);
    }
    Set<UUID> customers =
        books.values().stream().map(book -> book.billed().customerId()).collect(Collectors.toSet());
    Map<UUID, List<Coverage>> coverages = coverage.of(scope, customers);
    Set<UUID> accounts = new HashSet<>();
    Set<UUID> partners =
        rows.stream().map(TermsRow::partnerId).collect(Collectors.toCollection(HashSet::new));
    for (Coverage one : coverages.values().stream().flatMap(List::stream).toList()) {
      accounts.add(one.accountId());
      partners.add(one.partnerId());
    }
    return new AccrualState(
        books,
        coverages,
        partners,
        reader.pools(scope, partners),
        reader.anchors(scope, accounts),
        reader.begun(scope, customers),
        reader.lines(scope, rows.stream().map(TermsRow::id).toList()),
        pool -> reader.linesOfPool(scope, pool),
        context.at());
  }

  private Deciding deciding(TenantScope scope, AccrualState state) {
    List<RuleCandidate> candidates =
        state.partners().isEmpty() ? List.of() : rules.of(scope, state.partners());
    return new Deciding(
        candidates, tenants.get(scope).timeZone(), settings.get(scope).holdDays(), state, state);
  }

  private void record(CallContext context, LineDraft line) {
    String currency = line.terms().decided().currency();
    audit.record(
        context,
        line.kind() == CommissionKind.ACCRUAL
            ? "commission_event.accrued"
            : "commission_event.reversed",
        line.id(),
        null,
        new Facts()
            .with("partner", line.terms().partnerId())
            .with("invoice", line.terms().key().invoiceId())
            .with("cause", line.intake().cause())
            .with("base", Money.of(line.base(), currency))
            .with("amount", Money.of(line.amount(), currency))
            .with("reverses", line.reversesId())
            .with("status", line.status())
            .map());
  }
}
