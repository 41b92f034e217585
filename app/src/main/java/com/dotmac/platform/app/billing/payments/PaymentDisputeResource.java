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
import com.dotmac.platform.domain.billing.payments.DisputeService;
import com.dotmac.platform.domain.billing.payments.PaymentDispute;
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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Chargebacks: open, win, lose, read, list. */
@Path("/api/v1/payments/{paymentId}/disputes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PaymentDisputeResource {

  private final DisputeService disputes;

  /** A resource over the door. */
  PaymentDisputeResource(DisputeService disputes) {
    this.disputes = disputes;
  }

  /** Notes that the payer's bank takes money back until it is decided who keeps it. */
  @POST
  @UnitOfWork
  @IdempotencyRequired
  @Requires(Permission.PAYMENTS_WRITE)
  @Answers(value = PaymentDisputeJson.View.class, status = 201)
  @Refuses({
    ProblemCode.PAYMENT_NOT_FOUND,
    ProblemCode.PAYMENT_NOT_RECEIVED,
    ProblemCode.PAYMENT_MORE_THAN_PAID,
    ProblemCode.PAYMENT_DISPUTE_TAKEN
  })
  public Response open(
      @Auth Caller caller,
      @PathParam("paymentId") UUID paymentId,
      @NotNull @Valid PaymentDisputeJson.Create body,
      @Context UriInfo uri) {
    MoneyJson amount = body.amount();
    PaymentDispute dispute =
        disputes.open(
            caller.context().because(body.reason()),
            paymentId,
            amount == null ? null : amount.money(),
            body.providerDisputeId());
    return Response.created(uri.getAbsolutePathBuilder().path(dispute.id().toString()).build())
        .tag(EntityTags.of(dispute.version()))
        .entity(PaymentDisputeJson.View.of(dispute))
        .build();
  }

  /** Notes that the money came back; what it paid is paid again, as far as it is still owed. */
  @POST
  @Path("/{id}/win")
  @UnitOfWork
  @IdempotencyRequired
  @Requires(Permission.PAYMENTS_WRITE)
  @Answers(PaymentDisputeJson.View.class)
  @Refuses({
    ProblemCode.PAYMENT_NOT_FOUND,
    ProblemCode.PAYMENT_DISPUTE_NOT_FOUND,
    ProblemCode.PAYMENT_DISPUTE_CLOSED
  })
  public Response win(
      @Auth Caller caller,
      @PathParam("paymentId") UUID paymentId,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return answer(
        disputes.win(caller.context(), paymentId, id, EntityTags.expectedVersion(ifMatch)));
  }

  /** Notes that the money is gone. */
  @POST
  @Path("/{id}/lose")
  @UnitOfWork
  @IdempotencyRequired
  @Requires(Permission.PAYMENTS_WRITE)
  @Answers(PaymentDisputeJson.View.class)
  @Refuses({
    ProblemCode.PAYMENT_NOT_FOUND,
    ProblemCode.PAYMENT_DISPUTE_NOT_FOUND,
    ProblemCode.PAYMENT_DISPUTE_CLOSED
  })
  public Response lose(
      @Auth Caller caller,
      @PathParam("paymentId") UUID paymentId,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return answer(
        disputes.lose(caller.context(), paymentId, id, EntityTags.expectedVersion(ifMatch)));
  }

  /** Lists the disputes of a payment, newest first. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.PAYMENTS_READ)
  @Answers(value = PaymentDisputeJson.View.class, page = true)
  @Refuses(ProblemCode.PAYMENT_NOT_FOUND)
  public Response list(
      @Auth Caller caller,
      @PathParam("paymentId") UUID paymentId,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        disputes.list(caller.scope(), paymentId, PageJson.request(limit, cursor)),
        PaymentDisputeJson.View::of,
        uri);
  }

  /** Reads a dispute. */
  @GET
  @Path("/{id}")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.PAYMENTS_READ)
  @Answers(PaymentDisputeJson.View.class)
  @Refuses(ProblemCode.PAYMENT_DISPUTE_NOT_FOUND)
  public Response read(
      @Auth Caller caller, @PathParam("paymentId") UUID paymentId, @PathParam("id") UUID id) {
    return answer(disputes.get(caller.scope(), paymentId, id));
  }

  private static Response answer(PaymentDispute dispute) {
    return Response.ok(PaymentDisputeJson.View.of(dispute))
        .tag(EntityTags.of(dispute.version()))
        .build();
  }
}
