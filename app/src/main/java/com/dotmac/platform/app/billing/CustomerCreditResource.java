package com.dotmac.platform.app.billing;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.billing.credits.CreditNoteService;
import com.dotmac.platform.domain.billing.payments.PaymentService;
import com.dotmac.platform.domain.customers.CustomerService;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.tenancy.TenantScope;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/**
 * What a customer has in hand and was not used for an invoice yet. Nobody keeps it: it is what is
 * left of his payments and credit notes.
 */
@Path("/api/v1/customers/{id}/credit")
@Produces(MediaType.APPLICATION_JSON)
public final class CustomerCreditResource {

  private final CustomerService customers;
  private final PaymentService payments;
  private final CreditNoteService notes;

  /** A resource over the doors. */
  CustomerCreditResource(
      CustomerService customers, PaymentService payments, CreditNoteService notes) {
    this.customers = customers;
    this.payments = payments;
    this.notes = notes;
  }

  /** Reads the credit of a customer, by currency. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.PAYMENTS_READ)
  @Answers(value = CustomerCreditJson.class, tag = false)
  @Refuses(ProblemCode.CUSTOMER_NOT_FOUND)
  public Response read(@Auth Caller caller, @PathParam("id") UUID id) {
    TenantScope scope = caller.scope();
    UUID customerId = customers.get(scope, id).id();
    return Response.ok(
            CustomerCreditJson.of(
                customerId, payments.credit(scope, customerId), notes.creditOf(scope, customerId)))
        .build();
  }
}
