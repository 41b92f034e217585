package com.dotmac.platform.app.billing.payments;

import com.dotmac.platform.app.jobs.Jobs;
import com.dotmac.platform.domain.billing.events.BillingEvents;
import com.dotmac.platform.domain.billing.invoices.InvoiceSettlement;
import com.dotmac.platform.domain.billing.payments.DisputeService;
import com.dotmac.platform.domain.billing.payments.NoticeService;
import com.dotmac.platform.domain.billing.payments.PaymentBatchService;
import com.dotmac.platform.domain.billing.payments.PaymentMethodService;
import com.dotmac.platform.domain.billing.payments.PaymentProviders;
import com.dotmac.platform.domain.billing.payments.PaymentService;
import com.dotmac.platform.domain.billing.payments.ProviderDispatch;
import com.dotmac.platform.domain.billing.payments.RefundService;
import com.dotmac.platform.domain.billing.payments.RefundSettlementService;
import com.dotmac.platform.domain.billing.payments.SettlementService;
import com.dotmac.platform.domain.customers.CustomerService;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.TenantSessions;

/**
 * The doors to payments, put together once.
 *
 * @param methods how customers pay
 * @param payments what they pay
 * @param batches many of them at once
 * @param refunds what goes back
 * @param disputes what their banks take back
 * @param settlements what providers say of charges
 * @param refundSettlements what providers say of refunds
 * @param notices what providers tell by themselves
 * @param providers who moves money
 */
public record PaymentDoors(
    PaymentMethodService methods,
    PaymentService payments,
    PaymentBatchService batches,
    RefundService refunds,
    DisputeService disputes,
    SettlementService settlements,
    RefundSettlementService refundSettlements,
    NoticeService notices,
    PaymentProviders providers) {

  /**
   * Doors to one database.
   *
   * @param sessions where the current session comes from
   * @param customers the door to customers
   * @param invoices the door through which invoices are paid
   * @param settings says which providers there are
   * @param jobs where questions to providers are planned
   * @param events where facts are told
   * @param audit where acts are recorded
   */
  public static PaymentDoors of(
      TenantSessions sessions,
      CustomerService customers,
      InvoiceSettlement invoices,
      PaymentSettings settings,
      Jobs jobs,
      BillingEvents events,
      AuditTrail audit) {
    return of(
        sessions,
        customers,
        invoices,
        settings.providers(),
        new PlannedQuestions(jobs),
        events,
        audit);
  }

  /**
   * Doors to one database, with another way to ask providers.
   *
   * @param sessions where the current session comes from
   * @param customers the door to customers
   * @param invoices the door through which invoices are paid
   * @param providers who moves money
   * @param dispatch has a provider asked
   * @param events where facts are told
   * @param audit where acts are recorded
   */
  public static PaymentDoors of(
      TenantSessions sessions,
      CustomerService customers,
      InvoiceSettlement invoices,
      PaymentProviders providers,
      ProviderDispatch dispatch,
      BillingEvents events,
      AuditTrail audit) {
    DisputeService disputes = new DisputeService(sessions, invoices, events, audit);
    SettlementService settlements =
        new SettlementService(sessions, invoices, providers, events, audit);
    RefundSettlementService refundSettlements =
        new RefundSettlementService(sessions, invoices, providers, events, audit);
    return new PaymentDoors(
        new PaymentMethodService(sessions, customers, providers, audit),
        new PaymentService(sessions, customers, invoices, providers, dispatch, events, audit),
        new PaymentBatchService(sessions, customers, invoices, providers, events, audit),
        new RefundService(sessions, invoices, providers, dispatch, events, audit),
        disputes,
        settlements,
        refundSettlements,
        new NoticeService(sessions, settlements, refundSettlements, disputes, dispatch),
        providers);
  }
}
