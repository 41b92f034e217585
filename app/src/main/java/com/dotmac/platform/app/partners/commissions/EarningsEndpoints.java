package com.dotmac.platform.app.partners.commissions;

import com.dotmac.platform.app.http.DomainProblems;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.jobs.EachTenant;
import com.dotmac.platform.app.jobs.Jobs;
import com.dotmac.platform.domain.billing.invoices.InvoiceService;
import com.dotmac.platform.domain.customers.CustomerService;
import com.dotmac.platform.domain.partners.commissions.CommissionException;
import com.dotmac.platform.domain.partners.rules.CommissionService;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.Map;

/** Puts what partners earn on the wire, and has it approved in time. */
public final class EarningsEndpoints {

  private EarningsEndpoints() {}

  /**
   * Registers the part.
   *
   * @param jersey where resources go
   * @param problems where refusals go
   * @param doors the doors
   * @param invoices what is earned on
   */
  public static void register(
      JerseyEnvironment jersey,
      DomainProblems problems,
      EarningsDoors doors,
      InvoiceService invoices) {
    problems.add(
        CommissionException.class,
        Map.of(
            CommissionException.NotFound.class, ProblemCode.COMMISSION_EVENT_NOT_FOUND,
            CommissionException.StepNotAllowed.class, ProblemCode.COMMISSION_EVENT_STEP_NOT_ALLOWED,
            CommissionException.Held.class, ProblemCode.COMMISSION_EVENT_HELD,
            CommissionException.OwnWork.class, ProblemCode.COMMISSION_EVENT_OWN_WORK,
            CommissionException.NothingOwed.class, ProblemCode.PARTNER_OWES_NOTHING));
    jersey.register(new CommissionEventResource(doors.events()));
    jersey.register(new ReconciliationResource(doors.partners(), doors.reconciliation()));
    jersey.register(new LedgerEntryResource(doors.partners(), doors.ledger()));
    jersey.register(new AdjustmentResource(doors.events()));
    jersey.register(new WriteOffResource(doors.events()));
    jersey.register(new TenantBooksResource(doors.reconciliation()));
    jersey.register(new InvoiceTermsResource(invoices, doors.events()));
  }

  /**
   * Registers what partners see of it themselves.
   *
   * @param jersey where resources go
   * @param doors the doors
   * @param rules by what is earned
   * @param customers whose money it is
   */
  public static void registerPortal(
      JerseyEnvironment jersey,
      EarningsDoors doors,
      CommissionService rules,
      CustomerService customers) {
    jersey.register(new PortalCommissionEventResource(doors.events(), rules, customers));
    jersey.register(new PortalReconciliationResource(doors.reconciliation()));
  }

  /**
   * Plans the work.
   *
   * @param jobs where work is planned
   * @param doors the doors
   * @param tenants goes from one to the next
   */
  public static void work(Jobs jobs, EarningsDoors doors, EachTenant tenants) {
    jobs.addRecurring(new ReleaseWorker(tenants, doors.release()).task());
  }
}
