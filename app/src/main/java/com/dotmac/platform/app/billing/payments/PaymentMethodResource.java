package com.dotmac.platform.app.billing.payments;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.EntityTags;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.billing.payments.PaymentMethod;
import com.dotmac.platform.domain.billing.payments.PaymentMethodService;
import com.dotmac.platform.domain.identity.Permission;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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

/** The ways in which a customer pays: add, read, list, change, remove. */
@Path("/api/v1/customers/{customerId}/payment-methods")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PaymentMethodResource {

  private final PaymentMethodService methods;

  /** A resource over the door. */
  PaymentMethodResource(PaymentMethodService methods) {
    this.methods = methods;
  }

  /** Adds a method. What looks like the number of a card is refused: send the provider's token. */
  @POST
  @UnitOfWork
  @Requires(Permission.PAYMENTS_WRITE)
  @Answers(value = PaymentMethodJson.View.class, status = 201)
  @Refuses({
    ProblemCode.CUSTOMER_NOT_FOUND,
    ProblemCode.CUSTOMER_ARCHIVED,
    ProblemCode.PAYMENT_PROVIDER_NOT_SET_UP,
    ProblemCode.PAYMENT_METHOD_DEFAULT_TAKEN
  })
  public Response add(
      @Auth Caller caller,
      @PathParam("customerId") UUID customerId,
      @NotNull @Valid PaymentMethodJson.Create body,
      @Context UriInfo uri) {
    PaymentMethod method = methods.add(caller.context(), customerId, body.draft());
    return Response.created(uri.getAbsolutePathBuilder().path(method.id().toString()).build())
        .tag(EntityTags.of(method.version()))
        .entity(PaymentMethodJson.View.of(method))
        .build();
  }

  /** Lists the methods of a customer, newest first; those that were removed only when asked for. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.PAYMENTS_READ)
  @Answers(value = PaymentMethodJson.View.class, page = true)
  @Refuses(ProblemCode.CUSTOMER_NOT_FOUND)
  public Response list(
      @Auth Caller caller,
      @PathParam("customerId") UUID customerId,
      @QueryParam("includeRemoved") @DefaultValue("false") boolean includeRemoved,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        methods.list(caller.scope(), customerId, includeRemoved, PageJson.request(limit, cursor)),
        PaymentMethodJson.View::of,
        uri);
  }

  /** Reads a method. */
  @GET
  @Path("/{id}")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.PAYMENTS_READ)
  @Answers(PaymentMethodJson.View.class)
  @Refuses(ProblemCode.PAYMENT_METHOD_NOT_FOUND)
  public Response read(
      @Auth Caller caller, @PathParam("customerId") UUID customerId, @PathParam("id") UUID id) {
    return answer(methods.get(caller.scope(), customerId, id));
  }

  /** Changes what a method is called, and whether it is the default. */
  @PATCH
  @Path("/{id}")
  @UnitOfWork
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Requires(Permission.PAYMENTS_WRITE)
  @Answers(PaymentMethodJson.View.class)
  @Refuses({
    ProblemCode.PAYMENT_METHOD_NOT_FOUND,
    ProblemCode.PAYMENT_METHOD_REMOVED,
    ProblemCode.PAYMENT_METHOD_DEFAULT_TAKEN
  })
  public Response change(
      @Auth Caller caller,
      @PathParam("customerId") UUID customerId,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid PaymentMethodJson.Change body) {
    return answer(
        methods.change(
            caller.context(),
            customerId,
            id,
            EntityTags.expectedVersion(ifMatch),
            body.wantedLabel(),
            body.wantedDefault()));
  }

  /** Removes a method: no new payment uses it, and it stays to be read. */
  @DELETE
  @Path("/{id}")
  @UnitOfWork
  @Requires(Permission.PAYMENTS_WRITE)
  @Answers(PaymentMethodJson.View.class)
  @Refuses({ProblemCode.PAYMENT_METHOD_NOT_FOUND, ProblemCode.PAYMENT_METHOD_REMOVED})
  public Response remove(
      @Auth Caller caller,
      @PathParam("customerId") UUID customerId,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return answer(
        methods.remove(caller.context(), customerId, id, EntityTags.expectedVersion(ifMatch)));
  }

  private static Response answer(PaymentMethod method) {
    return Response.ok(PaymentMethodJson.View.of(method))
        .tag(EntityTags.of(method.version()))
        .build();
  }
}
