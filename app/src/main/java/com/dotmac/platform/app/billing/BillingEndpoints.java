package com.dotmac.platform.app.billing;

import com.dotmac.platform.app.billing.credits.CreditsEndpoints;
import com.dotmac.platform.app.billing.events.BillingEventResource;
import com.dotmac.platform.app.billing.invoices.InvoicesEndpoints;
import com.dotmac.platform.app.billing.payments.PaymentDoors;
import com.dotmac.platform.app.billing.payments.PaymentsEndpoints;
import com.dotmac.platform.app.http.DomainProblems;
import com.dotmac.platform.domain.customers.CustomerService;
import com.dotmac.platform.domain.tenancy.TenantService;
import io.dropwizard.jersey.setup.JerseyEnvironment;

/** Puts billing on the wire. */
public final class BillingEndpoints {

  private BillingEndpoints() {}

  /**
   * Registers all parts.
   *
   * @param jersey where resources go
   * @param problems where refusals go
   * @param billing the doors
   * @param payments the doors to what is paid
   * @param customers knows the currency that each is billed in
   * @param tenants knows the currency where a request names none
   */
  public static void register(
      JerseyEnvironment jersey,
      DomainProblems problems,
      BillingDoors billing,
      PaymentDoors payments,
      CustomerService customers,
      TenantService tenants) {
    InvoicesEndpoints.register(
        jersey,
        problems,
        billing.invoices(),
        billing.batches(),
        billing.pricing(),
        customers,
        tenants);
    CreditsEndpoints.register(jersey, problems, billing.creditNotes());
    PaymentsEndpoints.register(jersey, problems, payments);
    jersey.register(
        new CustomerCreditResource(customers, payments.payments(), billing.creditNotes()));
    jersey.register(new BillingEventResource(billing.events()));
  }
}
