package com.dotmac.platform.domain.billing.invoices;

import com.dotmac.platform.domain.billing.events.BillingEvents;
import com.dotmac.platform.domain.billing.events.EventType;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.time.LocalDate;
import java.util.List;

/**
 * The door by which invoices become overdue: those that are owed, in full or in part, when their
 * due day is over in the zone of the tenant. None is overdue on the day itself.
 */
public final class OverdueService {

  private final InvoiceRepository invoices;
  private final TenantService tenants;
  private final BillingEvents events;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param tenants knows the zone that decides the day
   * @param events where facts are recorded
   * @param audit where acts are recorded
   */
  public OverdueService(
      TenantSessions sessions, TenantService tenants, BillingEvents events, AuditTrail audit) {
    invoices = new InvoiceRepository(sessions);
    this.tenants = tenants;
    this.events = events;
    this.audit = audit;
  }

  /**
   * Makes invoices overdue, those made first before others, each with its audit row and its fact.
   * Who does so at the same time gets others: those that somebody holds are left to him, or to the
   * next time.
   *
   * @param context tenant, and the instant that says which day it is
   * @param limit how many at most
   * @return how many became overdue
   */
  public int makeOverdue(CallContext context, int limit) {
    LocalDate today = LocalDate.ofInstant(context.at(), tenants.get(context.scope()).timeZone());
    List<Invoice> late = invoices.pastDue(context.scope(), today, limit);
    for (Invoice invoice : late) {
      var before = invoice.auditState();
      invoice.become(InvoiceStatus.OVERDUE, context.at());
      audit.record(context, "invoice.overdue", invoice.id(), before, invoice.auditState());
    }
    invoices.flush(context.scope());
    for (Invoice invoice : late) {
      events.record(context, EventType.INVOICE_OVERDUE, invoice.id(), invoice.facts());
    }
    return late.size();
  }
}
