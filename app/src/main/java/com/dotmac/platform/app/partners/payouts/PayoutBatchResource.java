package com.dotmac.platform.app.partners.payouts;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.CurrencyCode;
import com.dotmac.platform.app.http.EntityTags;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.app.idempotency.IdempotencyRequired;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.partners.payouts.BatchStatus;
import com.dotmac.platform.domain.partners.payouts.PayoutBatch;
import com.dotmac.platform.domain.partners.payouts.PayoutBatchDraft;
import com.dotmac.platform.domain.partners.payouts.PayoutBatchFilter;
import com.dotmac.platform.domain.partners.payouts.PayoutBatchService;
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
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Batches of payouts: preview, make, read, list, approve, submit, cancel. */
@Path("/api/v1/payout-batches")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PayoutBatchResource {

  private final PayoutBatchService batches;

  /** A resource over the door. */
  PayoutBatchResource(PayoutBatchService batches) {
    this.batches = batches;
  }

  /** Shows who would be paid how much, and who would not and why. Changes nothing. */
  @POST
  @Path("/preview")
  @UnitOfWork
  @Requires(Permission.PAYOUTS_READ)
  @Answers(value = PayoutBatchJson.Preview.class, tag = false)
  public Response preview(@Auth Caller caller, @NotNull @Valid PayoutBatchJson.Ask body) {
    Currency currency = Currency.getInstance(body.currency());
    Instant cutAt =
        body.cutAt() == null ? PayoutBatchDraft.afterAllThatWasApproved(caller.at()) : body.cutAt();
    return Response.ok(
            PayoutBatchJson.Preview.of(
                currency, cutAt, batches.preview(caller.scope(), currency, cutAt)))
        .build();
  }

  /** Makes a batch of all that can be paid. It is a draft, and what is in it is in no other. */
  @POST
  @UnitOfWork
  @IdempotencyRequired
  @Requires(Permission.PAYOUTS_WRITE)
  @Answers(value = PayoutBatchJson.View.class, status = 201)
  @Refuses({ProblemCode.PAYOUT_BATCH_NOTHING_TO_PAY, ProblemCode.PAYOUT_PROVIDER_NOT_SET_UP})
  public Response create(
      @Auth Caller caller, @NotNull @Valid PayoutBatchJson.Create body, @Context UriInfo uri) {
    PayoutBatch batch = batches.create(caller.context(), body.draft());
    return Response.created(uri.getAbsolutePathBuilder().path(batch.id().toString()).build())
        .tag(EntityTags.of(batch.version()))
        .entity(PayoutBatchJson.View.of(batch))
        .build();
  }

  /** Lists batches, newest first. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.PAYOUTS_READ)
  @Answers(value = PayoutBatchJson.View.class, page = true)
  public Response list(
      @Auth Caller caller,
      @QueryParam("status") @Nullable BatchStatus status,
      @QueryParam("currency") @Nullable @CurrencyCode String currency,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        batches.list(
            caller.scope(),
            new PayoutBatchFilter(status, currency),
            PageJson.request(limit, cursor)),
        PayoutBatchJson.View::of,
        uri);
  }

  /** Reads a batch. */
  @GET
  @Path("/{id}")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.PAYOUTS_READ)
  @Answers(PayoutBatchJson.View.class)
  @Refuses(ProblemCode.PAYOUT_BATCH_NOT_FOUND)
  public Response read(@Auth Caller caller, @PathParam("id") UUID id) {
    return answer(batches.get(caller.scope(), id));
  }

  /**
   * Approves a batch, which may then be submitted. Where the tenant wants two people, whoever made
   * it is refused.
   */
  @POST
  @Path("/{id}/approve")
  @UnitOfWork
  @Requires(Permission.PAYOUTS_APPROVE)
  @Answers(PayoutBatchJson.View.class)
  @Refuses({
    ProblemCode.PAYOUT_BATCH_NOT_FOUND,
    ProblemCode.PAYOUT_BATCH_OWN,
    ProblemCode.PAYOUT_BATCH_STEP_NOT_ALLOWED
  })
  public Response approve(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return answer(batches.approve(caller.context(), id, EntityTags.expectedVersion(ifMatch)));
  }

  /**
   * Hands a batch over to whoever moves the money. Partners who may not be paid any more are left
   * out.
   */
  @POST
  @Path("/{id}/submit")
  @UnitOfWork
  @IdempotencyRequired
  @Requires(Permission.PAYOUTS_WRITE)
  @Answers(PayoutBatchJson.View.class)
  @Refuses({
    ProblemCode.PAYOUT_BATCH_NOT_FOUND,
    ProblemCode.PAYOUT_BATCH_STEP_NOT_ALLOWED,
    ProblemCode.PAYOUT_PROVIDER_NOT_SET_UP
  })
  public Response submit(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return answer(batches.submit(caller.context(), id, EntityTags.expectedVersion(ifMatch)));
  }

  /**
   * Says that the money of all payouts of a batch that people make, and that are under way, reached
   * the partners. What failed stays as it is.
   */
  @POST
  @Path("/{id}/complete")
  @UnitOfWork
  @IdempotencyRequired
  @Requires(Permission.PAYOUTS_WRITE)
  @Answers(PayoutBatchJson.View.class)
  @Refuses({
    ProblemCode.PAYOUT_BATCH_NOT_FOUND,
    ProblemCode.PAYOUT_BATCH_STEP_NOT_ALLOWED,
    ProblemCode.PAYOUT_TOLD_BY_PROVIDER
  })
  public Response complete(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid PayoutJson.Complete body) {
    return answer(
        batches.complete(
            caller.context(),
            id,
            EntityTags.expectedVersion(ifMatch),
            body.reference(),
            body.completedAt()));
  }

  /** Takes a batch back that was not submitted: all its lines can be paid out by another. */
  @POST
  @Path("/{id}/cancel")
  @UnitOfWork
  @Requires(Permission.PAYOUTS_WRITE)
  @Answers(PayoutBatchJson.View.class)
  @Refuses({ProblemCode.PAYOUT_BATCH_NOT_FOUND, ProblemCode.PAYOUT_BATCH_STEP_NOT_ALLOWED})
  public Response cancel(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return answer(batches.cancel(caller.context(), id, EntityTags.expectedVersion(ifMatch)));
  }

  private static Response answer(PayoutBatch batch) {
    return Response.ok(PayoutBatchJson.View.of(batch)).tag(EntityTags.of(batch.version())).build();
  }
}
