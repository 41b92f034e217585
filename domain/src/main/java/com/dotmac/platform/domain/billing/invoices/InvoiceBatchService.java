package com.dotmac.platform.domain.billing.invoices;

import com.dotmac.platform.domain.billing.events.BillingEvents;
import com.dotmac.platform.domain.billing.events.GatheredFacts;
import com.dotmac.platform.domain.customers.CustomerService;
import com.dotmac.platform.domain.customers.FoundCustomers;
import com.dotmac.platform.domain.shared.Outcome;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.GatheredActs;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The door to many invoices at once: the effect of {@link InvoiceService} on each, in one
 * transaction and with a number of round trips that does not grow with them.
 */
public final class InvoiceBatchService {

  /** How many can be asked for together. */
  public static final int MOST = 500;

  private final TenantSessions sessions;
  private final InvoiceRepository invoices;
  private final TenantService tenants;
  private final CustomerService customers;
  private final BillingEvents events;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param tenants knows the zone that decides the day of an issue
   * @param customers who owes
   * @param events where facts are recorded
   * @param audit where acts are recorded
   */
  public InvoiceBatchService(
      TenantSessions sessions,
      TenantService tenants,
      CustomerService customers,
      BillingEvents events,
      AuditTrail audit) {
    this.sessions = sessions;
    invoices = new InvoiceRepository(sessions);
    this.tenants = tenants;
    this.customers = customers;
    this.events = events;
    this.audit = audit;
  }

  /**
   * Finalises drafts as they are now. Those that can be get numbers that follow each other, in the
   * order in which they are named; the others are refused each for itself and draw no number.
   *
   * @param ids at most {@link #MOST}; one that is named again is refused the second time
   * @return what became of each, in the same order; refused with the refusals of {@link
   *     InvoiceService#finalise} but that of a version
   */
  public List<Outcome<Invoice>> finalise(CallContext context, List<UUID> ids) {
    TenantScope scope = context.scope();
    sessions.ofMany(scope);
    Map<UUID, Invoice> held = new HashMap<>();
    invoices.holdAll(scope, ids).forEach(invoice -> held.put(invoice.id(), invoice));
    Set<UUID> withLines = invoices.withLines(scope, held.keySet());
    Set<UUID> taken = new HashSet<>();
    List<Outcome<Invoice>> outcomes = new ArrayList<>();
    List<Invoice> fit = new ArrayList<>();
    for (UUID id : ids) {
      try {
        Invoice invoice = draft(held.get(id), withLines.contains(id), taken.add(id));
        fit.add(invoice);
        outcomes.add(new Outcome.Done<>(invoice));
      } catch (InvoiceException e) {
        outcomes.add(new Outcome.Refused<>(e));
      }
    }
    if (!fit.isEmpty()) {
      finalise(context, scope, fit);
    }
    return outcomes;
  }

  private void finalise(CallContext context, TenantScope scope, List<Invoice> fit) {
    FoundCustomers owing =
        customers.getAll(scope, fit.stream().map(Invoice::customerId).distinct().toList());
    LocalDate day = LocalDate.ofInstant(context.at(), tenants.get(scope).timeZone());
    Iterator<String> numbers =
        Finalising.numbers(sessions, day).next(context, fit.size()).iterator();
    GatheredFacts facts = new GatheredFacts();
    GatheredActs acts = new GatheredActs();
    Finalising finalising = new Finalising(facts, acts);
    for (Invoice invoice : fit) {
      finalising.finalise(context, invoice, owing.get(invoice.customerId()), numbers.next(), day);
    }
    audit.recordAll(acts);
    events.recordAll(context, facts);
  }

  private static Invoice draft(@Nullable Invoice invoice, boolean hasLines, boolean isFirst) {
    if (invoice == null) {
      throw new InvoiceException.NotFound();
    }
    Finalising.refuseUnfit(invoice, hasLines);
    if (!isFirst) {
      throw new InvoiceException.NotADraft();
    }
    return invoice;
  }
}
