package com.dotmac.platform.app.billing.payments;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.EntityTags;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.app.idempotency.IdempotencyRequired;
import com.dotmac.platform.domain.billing.payments.Payment;
import com.dotmac.platform.domain.billing.payments.PaymentFilter;
import com.dotmac.platform.domain.billing.payments.PaymentService;
import com.dotmac.platform.domain.billing.payments.PaymentStatus;
import com.dotmac.platform.domain.identity.Permission;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Payments: take, read, list, and put on invoices what is left of them. */
@Path("/api/v1/payments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PaymentResource {

  private final PaymentService payments;

  /** A resource over the door. */
  PaymentResource(PaymentService payments) {
    this.payments = payments;
  }

  /**
   * Takes a payment. Money that people record pays invoices at once; where a provider draws it, the
   * payment is pending until he has.
   */
  @POST
  @UnitOfWork
  @IdempotencyRequired
  @Requires(Permission.PAYMENTS_WRITE)
  @Answers(value = PaymentJson.View.class, status = 201)
  @Refuses({
    ProblemCode.CUSTOMER_NOT_FOUND,
    ProblemCode.INVOICE_NOT_FOUND,
    ProblemCode.PAYMENT_METHOD_NOT_FOUND,
    ProblemCode.PAYMENT_METHOD_REMOVED,
    ProblemCode.PAYMENT_PROVIDER_NOT_SET_UP,
    ProblemCode.INVOICE_OWES_LESS,
    ProblemCode.PAYMENT_TOO_LITTLE_LEFT,
    ProblemCode.PAYMENT_OTHER_INVOICE
  })
  public Response take(
      @Auth Caller caller, @NotNull @Valid PaymentJson.Create body, @Context UriInfo uri) {
    Payment payment = payments.take(caller.context(), body.draft());
    return Response.created(uri.getAbsolutePathBuilder().path(payment.id().toString()).build())
        .tag(EntityTags.of(payment.version()))
        .entity(PaymentJson.View.of(payment))
        .build();
  }

  /** Lists payments, newest first. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.PAYMENTS_READ)
  @Answers(value = PaymentJson.View.class, page = true)
  public Response list(
      @Auth Caller caller,
      @QueryParam("customerId") @Nullable UUID customerId,
      @QueryParam("status") @Nullable PaymentStatus status,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        payments.list(
            caller.scope(), new PaymentFilter(customerId, status), PageJson.request(limit, cursor)),
        PaymentJson.View::of,
        uri);
  }

  /** Reads a payment. */
  @GET
  @Path("/{id}")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.PAYMENTS_READ)
  @Answers(PaymentJson.View.class)
  @Refuses(ProblemCode.PAYMENT_NOT_FOUND)
  public Response read(@Auth Caller caller, @PathParam("id") UUID id) {
    return answer(payments.get(caller.scope(), id));
  }

  /** Puts what is left of a payment on invoices. */
  @POST
  @Path("/{paymentId}/allocations")
  @UnitOfWork
  @IdempotencyRequired
  @Requires(Permission.PAYMENTS_WRITE)
  @Answers(PaymentJson.View.class)
  @Refuses({
    ProblemCode.PAYMENT_NOT_FOUND,
    ProblemCode.PAYMENT_NOT_RECEIVED,
    ProblemCode.INVOICE_NOT_FOUND,
    ProblemCode.INVOICE_OWES_LESS,
    ProblemCode.PAYMENT_TOO_LITTLE_LEFT,
    ProblemCode.PAYMENT_OTHER_INVOICE
  })
  public Response allocate(
      @Auth Caller caller,
      @PathParam("paymentId") UUID paymentId,
      @NotNull @Valid PaymentJson.Allocate body) {
    return answer(
        payments.allocate(caller.context(), paymentId, PaymentJson.Wanted.all(body.allocations())));
  }

  /** Lists what a payment pays, newest first. */
  @GET
  @Path("/{paymentId}/allocations")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.PAYMENTS_READ)
  @Answers(value = PaymentJson.AllocationView.class, page = true)
  @Refuses(ProblemCode.PAYMENT_NOT_FOUND)
  public Response allocations(
      @Auth Caller caller,
      @PathParam("paymentId") UUID paymentId,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        payments.allocations(caller.scope(), paymentId, PageJson.request(limit, cursor)),
        PaymentJson.AllocationView::of,
        uri);
  }

  private static Response answer(Payment payment) {
    return Response.ok(PaymentJson.View.of(payment)).tag(EntityTags.of(payment.version())).build();
  }
}
