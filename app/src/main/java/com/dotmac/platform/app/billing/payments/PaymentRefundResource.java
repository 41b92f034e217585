package com.dotmac.platform.app.billing.payments;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.EntityTags;
import com.dotmac.platform.app.http.MoneyJson;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.app.idempotency.IdempotencyRequired;
import com.dotmac.platform.domain.billing.payments.PaymentRefund;
import com.dotmac.platform.domain.billing.payments.RefundService;
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

/** Money of a payment that goes back: refund, read, list. */
@Path("/api/v1/payments/{paymentId}/refunds")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PaymentRefundResource {

  private final RefundService refunds;

  /** A resource over the door. */
  PaymentRefundResource(RefundService refunds) {
    this.refunds = refunds;
  }

  /**
   * Sends money back. Where a provider moves it, the refund is pending until he has; what is
   * refunded is spoken for at once.
   */
  @POST
  @UnitOfWork
  @IdempotencyRequired
  @Requires(Permission.PAYMENTS_REFUND)
  @Answers(value = PaymentRefundJson.View.class, status = 201)
  @Refuses({
    ProblemCode.PAYMENT_NOT_FOUND,
    ProblemCode.PAYMENT_NOT_RECEIVED,
    ProblemCode.PAYMENT_ALLOCATION_NOT_FOUND,
    ProblemCode.PAYMENT_MORE_THAN_PAID,
    ProblemCode.PAYMENT_PROVIDER_NOT_SET_UP
  })
  public Response refund(
      @Auth Caller caller,
      @PathParam("paymentId") UUID paymentId,
      @NotNull @Valid PaymentRefundJson.Create body,
      @Context UriInfo uri) {
    MoneyJson amount = body.amount();
    PaymentRefund refund =
        refunds.refund(
            caller.context().because(body.reason()),
            paymentId,
            amount == null ? null : amount.money(),
            body.wanted());
    return Response.created(uri.getAbsolutePathBuilder().path(refund.id().toString()).build())
        .tag(EntityTags.of(refund.version()))
        .entity(PaymentRefundJson.View.of(refund))
        .build();
  }

  /** Lists the refunds of a payment, newest first. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.PAYMENTS_READ)
  @Answers(value = PaymentRefundJson.View.class, page = true)
  @Refuses(ProblemCode.PAYMENT_NOT_FOUND)
  public Response list(
      @Auth Caller caller,
      @PathParam("paymentId") UUID paymentId,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        refunds.list(caller.scope(), paymentId, PageJson.request(limit, cursor)),
        PaymentRefundJson.View::of,
        uri);
  }

  /** Reads a refund. */
  @GET
  @Path("/{id}")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.PAYMENTS_READ)
  @Answers(PaymentRefundJson.View.class)
  @Refuses(ProblemCode.PAYMENT_REFUND_NOT_FOUND)
  public Response read(
      @Auth Caller caller, @PathParam("paymentId") UUID paymentId, @PathParam("id") UUID id) {
    PaymentRefund refund = refunds.get(caller.scope(), paymentId, id);
    return Response.ok(PaymentRefundJson.View.of(refund))
        .tag(EntityTags.of(refund.version()))
        .build();
  }
}
