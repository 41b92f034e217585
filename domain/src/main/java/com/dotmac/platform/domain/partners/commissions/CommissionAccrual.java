package com.dotmac.platform.domain.partners.commissions;

import com.dotmac.platform.domain.billing.credits.CreditedInvoices;
import com.dotmac.platform.domain.billing.events.BillingEvent;
import com.dotmac.platform.domain.billing.events.Facts;
import com.dotmac.platform.domain.partners.PartnerSettingsService;
import com.dotmac.platform.domain.partners.ledger.Ledger;
import com.dotmac.platform.domain.partners.rules.RuleBook;
import com.dotmac.platform.domain.partners.rules.RuleCandidate;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.domain.tenancy.TenantSql;
import java.util.ArrayList;
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
  private final InvoiceReading reading;
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
    reading = new InvoiceReading(sessions, reader, rules);
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
    InvoiceReading.Invoices invoices = reading.of(scope, ids);
    Map<UUID, InvoiceBook> books = invoices.books();
    for (AccrualReader.Known before : reader.intakes(scope, books.keySet())) {
      Objects.requireNonNull(books.get(before.intake().invoiceId()), "it was asked for")
          .take(before.intake(), before.partnerId());
    }
    invoices.decide(invoices.terms());
    Set<UUID> partners = invoices.partners();
    return new AccrualState(
        books,
        invoices.coverages(),
        partners,
        reader.pools(scope, partners),
        reader.anchors(scope, invoices.accounts()),
        reader.begun(scope, invoices.customers()),
        reader.lines(scope, invoices.terms().stream().map(TermsRow::id).toList()),
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
