package com.dotmac.platform.app.billing.invoices;

import com.dotmac.platform.app.http.DomainProblems;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.jobs.EachTenant;
import com.dotmac.platform.app.jobs.Jobs;
import com.dotmac.platform.domain.billing.invoices.InvoiceBatchService;
import com.dotmac.platform.domain.billing.invoices.InvoiceException;
import com.dotmac.platform.domain.billing.invoices.InvoiceService;
import com.dotmac.platform.domain.billing.invoices.LinePricing;
import com.dotmac.platform.domain.billing.invoices.OverdueService;
import com.dotmac.platform.domain.customers.CustomerService;
import com.dotmac.platform.domain.tenancy.TenantService;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.Map;

/** Puts invoices on the wire. */
public final class InvoicesEndpoints {

  private InvoicesEndpoints() {}

  /**
   * Registers the part.
   *
   * @param jersey where resources go
   * @param problems where refusals go
   * @param invoices the door to invoices
   * @param batches the door to many at once
   * @param pricing makes lines of wishes
   * @param customers knows the currency that each is billed in
   * @param tenants knows the currency where a request names none
   */
  public static void register(
      JerseyEnvironment jersey,
      DomainProblems problems,
      InvoiceService invoices,
      InvoiceBatchService batches,
      LinePricing pricing,
      CustomerService customers,
      TenantService tenants) {
    problems.add(
        InvoiceException.class,
        Map.of(
            InvoiceException.NotFound.class, ProblemCode.INVOICE_NOT_FOUND,
            InvoiceException.NotADraft.class, ProblemCode.INVOICE_NOT_A_DRAFT,
            InvoiceException.StepNotAllowed.class, ProblemCode.INVOICE_STEP_NOT_ALLOWED,
            InvoiceException.Empty.class, ProblemCode.INVOICE_EMPTY,
            InvoiceException.NegativeTotal.class, ProblemCode.INVOICE_TOTAL_NEGATIVE,
            InvoiceException.InvalidLine.class, ProblemCode.VALIDATION_FAILED,
            InvoiceException.HasPayments.class, ProblemCode.INVOICE_HAS_PAYMENTS,
            InvoiceException.MoreThanOwed.class, ProblemCode.INVOICE_OWES_LESS,
            InvoiceException.NotOwed.class, ProblemCode.INVOICE_NOT_OWED));
    jersey.register(new InvoiceResource(invoices, pricing, customers, tenants));
    jersey.register(new InvoiceBatchResource(batches, problems));
    jersey.register(new InvoicePdfResource(invoices, tenants));
  }

  /**
   * Has this instance do the work that comes round by the clock.
   *
   * @param jobs where work is planned
   * @param tenants goes from one to the next
   * @param overdue the door by which invoices become overdue
   */
  public static void work(Jobs jobs, EachTenant tenants, OverdueService overdue) {
    jobs.addRecurring(new OverdueWorker(tenants, overdue).task());
  }
}
