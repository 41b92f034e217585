package com.dotmac.platform.app.billing.payments;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.billing.payments.PaymentService;
import com.dotmac.platform.domain.identity.Permission;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** What a customer has to his credit. */
@Path("/api/v1/customers/{customerId}/credit")
@Produces(MediaType.APPLICATION_JSON)
public final class CustomerCreditResource {

  private final PaymentService payments;

  /** A resource over the door. */
  CustomerCreditResource(PaymentService payments) {
    this.payments = payments;
  }

  /** Reads what a customer has paid beyond what he owed, in each currency. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.PAYMENTS_READ)
  @Answers(value = CustomerCreditJson.View.class, tag = false)
  @Refuses(ProblemCode.CUSTOMER_NOT_FOUND)
  public CustomerCreditJson.View read(
      @Auth Caller caller, @PathParam("customerId") UUID customerId) {
    return CustomerCreditJson.View.of(customerId, payments.credit(caller.scope(), customerId));
  }
}
