package com.dotmac.platform.app.billing;

import com.dotmac.platform.app.billing.catalog.CatalogDoors;
import com.dotmac.platform.domain.billing.credits.CreditNoteService;
import com.dotmac.platform.domain.billing.credits.InvoiceCredits;
import com.dotmac.platform.domain.billing.events.BillingEvents;
import com.dotmac.platform.domain.billing.events.EventDispatch;
import com.dotmac.platform.domain.billing.invoices.InvoiceBatchService;
import com.dotmac.platform.domain.billing.invoices.InvoiceService;
import com.dotmac.platform.domain.billing.invoices.InvoiceSettlement;
import com.dotmac.platform.domain.billing.invoices.LinePricing;
import com.dotmac.platform.domain.billing.invoices.OverdueService;
import com.dotmac.platform.domain.customers.CustomerService;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;

/**
 * The doors to billing, put together once.
 *
 * @param events what happened
 * @param settlement what is paid for invoices and credited to them
 * @param pricing makes lines of wishes
 * @param invoices what customers owe
 * @param batches many of them at once
 * @param overdue what they did not pay in time
 * @param creditNotes what they are let off
 */
public record BillingDoors(
    BillingEvents events,
    InvoiceSettlement settlement,
    LinePricing pricing,
    InvoiceService invoices,
    InvoiceBatchService batches,
    OverdueService overdue,
    CreditNoteService creditNotes) {

  /**
   * Doors for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param tenants knows zones and currencies
   * @param customers who is billed
   * @param catalog what is sold
   * @param dispatch sees to it that facts are told
   * @param audit where acts are recorded
   */
  public static BillingDoors of(
      TenantSessions sessions,
      TenantService tenants,
      CustomerService customers,
      CatalogDoors catalog,
      EventDispatch dispatch,
      AuditTrail audit) {
    BillingEvents events = new BillingEvents(sessions, dispatch);
    InvoiceSettlement settlement = new InvoiceSettlement(sessions, events, audit);
    InvoiceCredits credits = new InvoiceCredits(sessions, settlement, audit, events);
    InvoiceService invoices =
        new InvoiceService(sessions, tenants, customers, credits, events, audit);
    return new BillingDoors(
        events,
        settlement,
        new LinePricing(catalog.products(), catalog.plans(), catalog.pricing()),
        invoices,
        new InvoiceBatchService(sessions, tenants, customers, events, audit),
        new OverdueService(sessions, tenants, events, audit),
        new CreditNoteService(sessions, tenants, invoices, settlement, audit, events));
  }
}
