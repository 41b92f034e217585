package com.dotmac.platform.app.billing.subscriptions;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.EntityTags;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.app.idempotency.IdempotencyRequired;
import com.dotmac.platform.domain.billing.subscriptions.ChangeTime;
import com.dotmac.platform.domain.billing.subscriptions.Subscription;
import com.dotmac.platform.domain.billing.subscriptions.SubscriptionFilter;
import com.dotmac.platform.domain.billing.subscriptions.SubscriptionService;
import com.dotmac.platform.domain.billing.subscriptions.SubscriptionStatus;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.tenancy.CallContext;
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

/** Subscriptions: create, read, list, change the plan, cancel, reactivate, pause, resume. */
@Path("/api/v1/subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SubscriptionResource {

  private final SubscriptionService subscriptions;

  /** A resource over the door. */
  SubscriptionResource(SubscriptionService subscriptions) {
    this.subscriptions = subscriptions;
  }

  /** Subscribes a customer: tried first if the plan has a trial, else billed at once. */
  @POST
  @UnitOfWork
  @IdempotencyRequired
  @Requires(Permission.SUBSCRIPTIONS_WRITE)
  @Answers(value = SubscriptionJson.View.class, status = 201)
  @Refuses({
    ProblemCode.CUSTOMER_NOT_FOUND,
    ProblemCode.CUSTOMER_ARCHIVED,
    ProblemCode.PLAN_NOT_FOUND,
    ProblemCode.PLAN_ARCHIVED,
    ProblemCode.PRODUCT_ARCHIVED,
    ProblemCode.SUBSCRIPTION_OTHER_CURRENCY
  })
  public Response create(
      @Auth Caller caller, @NotNull @Valid SubscriptionJson.Create body, @Context UriInfo uri) {
    Subscription subscription = subscriptions.create(caller.context(), body.order());
    return Response.created(uri.getAbsolutePathBuilder().path(subscription.id().toString()).build())
        .tag(EntityTags.of(subscription.version()))
        .entity(SubscriptionJson.View.of(subscription))
        .build();
  }

  /** Lists subscriptions, newest first. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.SUBSCRIPTIONS_READ)
  @Answers(value = SubscriptionJson.View.class, page = true)
  public Response list(
      @Auth Caller caller,
      @QueryParam("status") @Nullable SubscriptionStatus status,
      @QueryParam("customerId") @Nullable UUID customerId,
      @QueryParam("planId") @Nullable UUID planId,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        subscriptions.list(
            caller.scope(),
            new SubscriptionFilter(status, customerId, planId),
            PageJson.request(limit, cursor)),
        SubscriptionJson.View::of,
        uri);
  }

  /** Reads a subscription. */
  @GET
  @Path("/{id}")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.SUBSCRIPTIONS_READ)
  @Answers(SubscriptionJson.View.class)
  @Refuses(ProblemCode.SUBSCRIPTION_NOT_FOUND)
  public Response read(@Auth Caller caller, @PathParam("id") UUID id) {
    return answer(subscriptions.get(caller.scope(), id));
  }

  /** Lists the invoices that were made for a subscription, newest first. */
  @GET
  @Path("/{id}/charges")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.SUBSCRIPTIONS_READ)
  @Answers(value = SubscriptionJson.Charge.class, page = true)
  @Refuses(ProblemCode.SUBSCRIPTION_NOT_FOUND)
  public Response charges(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        subscriptions.charges(caller.scope(), id, PageJson.request(limit, cursor)),
        SubscriptionJson.Charge::of,
        uri);
  }

  /**
   * Changes the plan: now, with what is unused given back and what is left charged, or from the end
   * of the period on.
   */
  @POST
  @Path("/{id}/change-plan")
  @UnitOfWork
  @IdempotencyRequired
  @Requires(Permission.SUBSCRIPTIONS_WRITE)
  @Answers(SubscriptionJson.View.class)
  @Refuses({
    ProblemCode.SUBSCRIPTION_NOT_FOUND,
    ProblemCode.SUBSCRIPTION_PLAN_NOT_CHANGEABLE,
    ProblemCode.SUBSCRIPTION_PERIOD_OVER,
    ProblemCode.SUBSCRIPTION_OTHER_CURRENCY,
    ProblemCode.SUBSCRIPTION_NOTHING_TO_GIVE_BACK,
    ProblemCode.PLAN_NOT_FOUND,
    ProblemCode.PLAN_ARCHIVED,
    ProblemCode.PRODUCT_ARCHIVED,
    ProblemCode.CUSTOMER_ARCHIVED
  })
  public Response changePlan(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid SubscriptionJson.ChangePlan body) {
    return answer(
        subscriptions.changePlan(
            caller.context(), id, EntityTags.expectedVersion(ifMatch), body.planId(), body.when()));
  }

  /** Cancels: with the end of the period, or now, which gives nothing back. */
  @POST
  @Path("/{id}/cancel")
  @UnitOfWork
  @Requires(Permission.SUBSCRIPTIONS_WRITE)
  @Answers(SubscriptionJson.View.class)
  @Refuses({ProblemCode.SUBSCRIPTION_NOT_FOUND, ProblemCode.SUBSCRIPTION_STEP_NOT_ALLOWED})
  public Response cancel(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      SubscriptionJson.@Nullable @Valid Cancel body) {
    ChangeTime when = body == null ? null : body.when();
    return answer(
        subscriptions.cancel(
            caller.context().because(body == null ? null : body.reason()),
            id,
            EntityTags.expectedVersion(ifMatch),
            when == null ? ChangeTime.PERIOD_END : when));
  }

  /** Takes a cancellation back, until the period ends. */
  @POST
  @Path("/{id}/reactivate")
  @UnitOfWork
  @Requires(Permission.SUBSCRIPTIONS_WRITE)
  @Answers(SubscriptionJson.View.class)
  @Refuses({
    ProblemCode.SUBSCRIPTION_NOT_FOUND,
    ProblemCode.SUBSCRIPTION_STEP_NOT_ALLOWED,
    ProblemCode.SUBSCRIPTION_PERIOD_OVER
  })
  public Response reactivate(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return answer(
        subscriptions.reactivate(caller.context(), id, EntityTags.expectedVersion(ifMatch)));
  }

  /** Stops billing until it is resumed; the period that was billed runs on. */
  @POST
  @Path("/{id}/pause")
  @UnitOfWork
  @Requires(Permission.SUBSCRIPTIONS_WRITE)
  @Answers(SubscriptionJson.View.class)
  @Refuses({ProblemCode.SUBSCRIPTION_NOT_FOUND, ProblemCode.SUBSCRIPTION_STEP_NOT_ALLOWED})
  public Response pause(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      SubscriptionJson.@Nullable @Valid Because body) {
    return answer(
        subscriptions.pause(because(caller, body), id, EntityTags.expectedVersion(ifMatch)));
  }

  /** Goes on billing; where the period is over, one begins now and is billed. */
  @POST
  @Path("/{id}/resume")
  @UnitOfWork
  @IdempotencyRequired
  @Requires(Permission.SUBSCRIPTIONS_WRITE)
  @Answers(SubscriptionJson.View.class)
  @Refuses({
    ProblemCode.SUBSCRIPTION_NOT_FOUND,
    ProblemCode.SUBSCRIPTION_STEP_NOT_ALLOWED,
    ProblemCode.CUSTOMER_ARCHIVED
  })
  public Response resume(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return answer(subscriptions.resume(caller.context(), id, EntityTags.expectedVersion(ifMatch)));
  }

  private static CallContext because(Caller caller, SubscriptionJson.@Nullable Because body) {
    return caller.context().because(body == null ? null : body.reason());
  }

  private static Response answer(Subscription subscription) {
    return Response.ok(SubscriptionJson.View.of(subscription))
        .tag(EntityTags.of(subscription.version()))
        .build();
  }
}
