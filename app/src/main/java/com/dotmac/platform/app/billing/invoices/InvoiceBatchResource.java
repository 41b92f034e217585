package com.dotmac.platform.app.billing.invoices;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.DomainProblems;
import com.dotmac.platform.app.idempotency.IdempotencyRequired;
import com.dotmac.platform.domain.billing.invoices.InvoiceBatchService;
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

/** Many invoices at once. */
@Path("/api/v1/invoices/finalise")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class InvoiceBatchResource {

  private final InvoiceBatchService invoices;
  private final DomainProblems problems;

  /** A resource over the door. */
  InvoiceBatchResource(InvoiceBatchService invoices, DomainProblems problems) {
    this.invoices = invoices;
    this.problems = problems;
  }

  /**
   * Finalises many drafts as they are now, together: their numbers follow each other, in the order
   * in which they are named. One that cannot be finalised is answered with its problem and stops no
   * other.
   */
  @POST
  @UnitOfWork
  @IdempotencyRequired
  @Requires(Permission.INVOICES_WRITE)
  @Answers(value = InvoiceBatchJson.View.class, tag = false)
  public Response finalise(@Auth Caller caller, @NotNull @Valid InvoiceBatchJson.Finalise body) {
    return Response.ok(
            InvoiceBatchJson.View.of(
                body.invoiceIds(),
                invoices.finalise(caller.context(), body.invoiceIds()),
                problems))
        .build();
  }
}
