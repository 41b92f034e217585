package com.dotmac.platform.app.partners.commissions;

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
import com.dotmac.platform.domain.partners.commissions.CommissionEvent;
import com.dotmac.platform.domain.partners.commissions.CommissionEventFilter;
import com.dotmac.platform.domain.partners.commissions.CommissionEventService;
import com.dotmac.platform.domain.partners.commissions.CommissionKind;
import com.dotmac.platform.domain.partners.commissions.CommissionStatus;
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
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lines of what partners earn: list, read, approve, block, unblock, cancel. */
@Path("/api/v1/commission-events")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CommissionEventResource {

  private final CommissionEventService events;

  /** A resource over the door. */
  CommissionEventResource(CommissionEventService events) {
    this.events = events;
  }

  /** Lists lines, newest first. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.COMMISSIONS_READ)
  @Answers(value = CommissionEventJson.View.class, page = true)
  public Response list(
      @Auth Caller caller,
      @QueryParam("partnerId") @Nullable UUID partnerId,
      @QueryParam("status") @Nullable CommissionStatus status,
      @QueryParam("kind") @Nullable CommissionKind kind,
      @QueryParam("currency") @CurrencyCode @Nullable String currency,
      @QueryParam("customerId") @Nullable UUID customerId,
      @QueryParam("invoiceId") @Nullable UUID invoiceId,
      @QueryParam("payoutId") @Nullable UUID payoutId,
      @QueryParam("from") @Nullable Instant from,
      @QueryParam("to") @Nullable Instant to,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        events.list(
            caller.scope(),
            new CommissionEventFilter(
                partnerId, status, kind, currency, customerId, invoiceId, payoutId, from, to),
            PageJson.request(limit, cursor)),
        CommissionEventJson.View::of,
        uri);
  }

  /** Reads a line. */
  @GET
  @Path("/{id}")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.COMMISSIONS_READ)
  @Answers(CommissionEventJson.View.class)
  @Refuses(ProblemCode.COMMISSION_EVENT_NOT_FOUND)
  public Response read(@Auth Caller caller, @PathParam("id") UUID id) {
    return answer(events.get(caller.scope(), id));
  }

  /** Approves lines whose hold is over: all that are named, or none. */
  @POST
  @Path("/approve")
  @UnitOfWork
  @IdempotencyRequired
  @Requires(Permission.COMMISSIONS_APPROVE)
  @Answers(value = CommissionEventJson.Approved.class, tag = false)
  @Refuses({
    ProblemCode.COMMISSION_EVENT_NOT_FOUND,
    ProblemCode.COMMISSION_EVENT_STEP_NOT_ALLOWED,
    ProblemCode.COMMISSION_EVENT_HELD,
    ProblemCode.COMMISSION_EVENT_OWN_WORK
  })
  public Response approve(@Auth Caller caller, @NotNull @Valid CommissionEventJson.Approve body) {
    List<CommissionEventJson.View> approved =
        events.approve(caller.context(), Set.copyOf(body.commissionEventIds())).stream()
            .map(CommissionEventJson.View::of)
            .toList();
    return Response.ok(new CommissionEventJson.Approved(approved)).build();
  }

  /** Keeps a line from being approved and paid. */
  @POST
  @Path("/{id}/block")
  @UnitOfWork
  @Requires(Permission.COMMISSIONS_WRITE)
  @Answers(CommissionEventJson.View.class)
  @Refuses({ProblemCode.COMMISSION_EVENT_NOT_FOUND, ProblemCode.COMMISSION_EVENT_STEP_NOT_ALLOWED})
  public Response block(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid CommissionEventJson.Why body) {
    return answer(
        events.block(
            caller.context().because(body.reason()), id, EntityTags.expectedVersion(ifMatch)));
  }

  /** Lets a blocked line go on. */
  @POST
  @Path("/{id}/unblock")
  @UnitOfWork
  @Requires(Permission.COMMISSIONS_WRITE)
  @Answers(CommissionEventJson.View.class)
  @Refuses({ProblemCode.COMMISSION_EVENT_NOT_FOUND, ProblemCode.COMMISSION_EVENT_STEP_NOT_ALLOWED})
  public Response unblock(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid CommissionEventJson.Why body) {
    return answer(
        events.unblock(
            caller.context().because(body.reason()), id, EntityTags.expectedVersion(ifMatch)));
  }

  /** Lets what is left of a line count no more, for good. */
  @POST
  @Path("/{id}/cancel")
  @UnitOfWork
  @IdempotencyRequired
  @Requires(Permission.COMMISSIONS_WRITE)
  @Answers(CommissionEventJson.View.class)
  @Refuses({ProblemCode.COMMISSION_EVENT_NOT_FOUND, ProblemCode.COMMISSION_EVENT_STEP_NOT_ALLOWED})
  public Response cancel(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid CommissionEventJson.Why body) {
    return answer(
        events.cancel(
            caller.context().because(body.reason()), id, EntityTags.expectedVersion(ifMatch)));
  }

  private static Response answer(CommissionEvent event) {
    return Response.ok(CommissionEventJson.View.of(event))
        .tag(EntityTags.of(event.version()))
        .build();
  }
}
