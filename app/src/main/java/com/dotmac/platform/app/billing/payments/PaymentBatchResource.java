package com.dotmac.platform.app.billing.payments;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.DomainProblems;
import com.dotmac.platform.app.idempotency.IdempotencyRequired;
import com.dotmac.platform.domain.billing.payments.PaymentBatchService;
import com.dotmac.platform.domain.identity.Permission;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Many payments at once. */
@Path("/api/v1/payments/batch")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PaymentBatchResource {

  private final PaymentBatchService payments;
  private final DomainProblems problems;

  /** A resource over the door. */
  PaymentBatchResource(PaymentBatchService payments, DomainProblems problems) {
    this.payments = payments;
    this.problems = problems;
  }

  /**
   * Records money that came, together, such as the lines of a bank's file; each pays invoices at
   * once. One that cannot be recorded is answered with its problem and stops no other.
   */
  @POST
  @UnitOfWork
  @IdempotencyRequired
  @Requires(Permission.PAYMENTS_WRITE)
  @Answers(value = PaymentBatchJson.View.class, tag = false)
  public Response take(@Auth Caller caller, @NotNull @Valid PaymentBatchJson.Take body) {
    return Response.ok(
            PaymentBatchJson.View.of(payments.take(caller.context(), body.drafts()), problems))
        .build();
  }
}
