package com.dotmac.platform.domain.billing.subscriptions;

import com.dotmac.platform.domain.billing.catalog.PlanService;
import com.dotmac.platform.domain.billing.catalog.PricingService;
import com.dotmac.platform.domain.billing.credits.CreditNoteService;
import com.dotmac.platform.domain.billing.events.BillingEvents;
import com.dotmac.platform.domain.billing.invoices.InvoiceService;
import com.dotmac.platform.domain.billing.invoices.InvoiceSettlement;
import com.dotmac.platform.domain.customers.CustomerService;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;

/**
 * What subscriptions stand on.
 *
 * @param sessions where the current session comes from
 * @param tenants knows the zone that decides days and months
 * @param customers who subscribes
 * @param plans what they subscribe to
 * @param pricing what a period costs
 * @param invoices makes the invoices of periods
 * @param settlement locks invoices that something is given back of
 * @param notes gives it back
 * @param events where facts are recorded
 * @param dispatch sees to it that ends of periods are looked after
 * @param audit where acts are recorded
 */
public record SubscriptionParts(
    TenantSessions sessions,
    TenantService tenants,
    CustomerService customers,
    PlanService plans,
    PricingService pricing,
    InvoiceService invoices,
    InvoiceSettlement settlement,
    CreditNoteService notes,
    BillingEvents events,
    SubscriptionDispatch dispatch,
    AuditTrail audit) {}
