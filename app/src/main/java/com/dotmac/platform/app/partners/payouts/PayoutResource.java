package com.dotmac.platform.app.partners.payouts;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.EntityTags;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.app.idempotency.IdempotencyRequired;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.partners.payouts.Payout;
import com.dotmac.platform.domain.partners.payouts.PayoutFilter;
import com.dotmac.platform.domain.partners.payouts.PayoutService;
import com.dotmac.platform.domain.partners.payouts.PayoutStatus;
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

/** What partners are paid: read, list, say what became of it, try again, have it reconciled. */
@Path("/api/v1/payouts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PayoutResource {

  private final PayoutService payouts;

  /** A resource over the door. */
  PayoutResource(PayoutService payouts) {
    this.payouts = payouts;
  }

  /** Lists payouts, newest first. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.PAYOUTS_READ)
  @Answers(value = PayoutJson.View.class, page = true)
  public Response list(
      @Auth Caller caller,
      @QueryParam("batchId") @Nullable UUID batchId,
      @QueryParam("partnerId") @Nullable UUID partnerId,
      @QueryParam("status") @Nullable PayoutStatus status,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        payouts.list(
            caller.scope(),
            new PayoutFilter(batchId, partnerId, status),
            PageJson.request(limit, cursor)),
        PayoutJson.View::of,
        uri);
  }

  /** Reads a payout. */
  @GET
  @Path("/{id}")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.PAYOUTS_READ)
  @Answers(PayoutJson.View.class)
  @Refuses(ProblemCode.PAYOUT_NOT_FOUND)
  public Response read(@Auth Caller caller, @PathParam("id") UUID id) {
    return answer(payouts.get(caller.scope(), id));
  }

  /** Lists the lines of commission that a payout was made of, also if they are free again. */
  @GET
  @Path("/{id}/lines")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.PAYOUTS_READ)
  @Answers(value = PayoutJson.LineView.class, page = true)
  @Refuses(ProblemCode.PAYOUT_NOT_FOUND)
  public Response lines(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        payouts.lines(caller.scope(), id, PageJson.request(limit, cursor)),
        PayoutJson.LineView::of,
        uri);
  }

  /** Says that the money of a payout that people make reached the partner. */
  @POST
  @Path("/{id}/complete")
  @UnitOfWork
  @IdempotencyRequired
  @Requires(Permission.PAYOUTS_WRITE)
  @Answers(PayoutJson.View.class)
  @Refuses({
    ProblemCode.PAYOUT_NOT_FOUND,
    ProblemCode.PAYOUT_STEP_NOT_ALLOWED,
    ProblemCode.PAYOUT_TOLD_BY_PROVIDER
  })
  public Response complete(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid PayoutJson.Complete body) {
    return answer(
        payouts.complete(
            caller.context(),
            id,
            EntityTags.expectedVersion(ifMatch),
            body.reference(),
            body.completedAt()));
  }

  /**
   * Says that the money of a payout that people make did not reach the partner, or came back. Its
   * lines can be paid out again.
   */
  @POST
  @Path("/{id}/fail")
  @UnitOfWork
  @IdempotencyRequired
  @Requires(Permission.PAYOUTS_WRITE)
  @Answers(PayoutJson.View.class)
  @Refuses({
    ProblemCode.PAYOUT_NOT_FOUND,
    ProblemCode.PAYOUT_STEP_NOT_ALLOWED,
    ProblemCode.PAYOUT_TOLD_BY_PROVIDER
  })
  public Response fail(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid PayoutJson.Fail body) {
    return answer(
        payouts.fail(
            caller.context().because(body.reason()),
            id,
            EntityTags.expectedVersion(ifMatch),
            body.decline()));
  }

  /** Tries a payout again that failed, with the same lines. */
  @POST
  @Path("/{id}/retry")
  @UnitOfWork
  @IdempotencyRequired
  @Requires(Permission.PAYOUTS_WRITE)
  @Answers(PayoutJson.View.class)
  @Refuses({
    ProblemCode.PAYOUT_NOT_FOUND,
    ProblemCode.PAYOUT_STEP_NOT_ALLOWED,
    ProblemCode.PAYOUT_LINES_GONE,
    ProblemCode.PAYOUT_PARTNER_NOT_PAYABLE
  })
  public Response retry(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return answer(payouts.retry(caller.context(), id, EntityTags.expectedVersion(ifMatch)));
  }

  /**
   * Has the provider asked what became of a payout, also of one that was completed. The answer is
   * noted as soon as it is there. Where people pay, nobody is asked.
   */
  @POST
  @Path("/{id}/reconcile")
  @UnitOfWork
  @Requires(Permission.PAYOUTS_WRITE)
  @Answers(PayoutJson.View.class)
  @Refuses({ProblemCode.PAYOUT_NOT_FOUND, ProblemCode.PAYOUT_STEP_NOT_ALLOWED})
  public Response reconcile(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return answer(payouts.reconcile(caller.context(), id, EntityTags.expectedVersion(ifMatch)));
  }

  private static Response answer(Payout payout) {
    return Response.ok(PayoutJson.View.of(payout)).tag(EntityTags.of(payout.version())).build();
  }
}
