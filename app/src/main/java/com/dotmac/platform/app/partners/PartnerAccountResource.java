package com.dotmac.platform.app.partners;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.EntityTags;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.partners.PartnerAccount;
import com.dotmac.platform.domain.partners.PartnerAccountService;
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

/** The customers whom a partner looks after: assign, read, list, change, end. */
@Path("/api/v1/partners/{partnerId}/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PartnerAccountResource {

  private final PartnerAccountService accounts;

  /** A resource over the door. */
  PartnerAccountResource(PartnerAccountService accounts) {
    this.accounts = accounts;
  }

  /** Gives a customer to a partner, from now on. */
  @POST
  @UnitOfWork
  @Requires(Permission.PARTNERS_WRITE)
  @Answers(value = PartnerAccountJson.View.class, status = 201)
  @Refuses({
    ProblemCode.PARTNER_NOT_FOUND,
    ProblemCode.PARTNER_NOT_ACTIVE,
    ProblemCode.CUSTOMER_NOT_FOUND,
    ProblemCode.CUSTOMER_ARCHIVED,
    ProblemCode.PARTNER_ACCOUNT_CUSTOMER_TAKEN
  })
  public Response assign(
      @Auth Caller caller,
      @PathParam("partnerId") UUID partnerId,
      @NotNull @Valid PartnerAccountJson.Create body,
      @Context UriInfo uri) {
    PartnerAccount account =
        accounts.assign(caller.context(), partnerId, body.customerId(), body.details());
    return Response.created(uri.getAbsolutePathBuilder().path(account.id().toString()).build())
        .tag(EntityTags.of(account.version()))
        .entity(PartnerAccountJson.View.of(account))
        .build();
  }

  /** Lists the accounts, newest first; those that were ended only when asked for. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.PARTNERS_READ)
  @Answers(value = PartnerAccountJson.View.class, page = true)
  @Refuses(ProblemCode.PARTNER_NOT_FOUND)
  public Response list(
      @Auth Caller caller,
      @PathParam("partnerId") UUID partnerId,
      @QueryParam("includeEnded") @DefaultValue("false") boolean includeEnded,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        accounts.list(caller.scope(), partnerId, includeEnded, PageJson.request(limit, cursor)),
        PartnerAccountJson.View::of,
        uri);
  }

  /** Reads an account. */
  @GET
  @Path("/{id}")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.PARTNERS_READ)
  @Answers(PartnerAccountJson.View.class)
  @Refuses(ProblemCode.PARTNER_ACCOUNT_NOT_FOUND)
  public Response read(
      @Auth Caller caller, @PathParam("partnerId") UUID partnerId, @PathParam("id") UUID id) {
    return answer(accounts.get(caller.scope(), partnerId, id));
  }

  /** Changes what is said of an account. */
  @PATCH
  @Path("/{id}")
  @UnitOfWork
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Requires(Permission.PARTNERS_WRITE)
  @Answers(PartnerAccountJson.View.class)
  @Refuses({ProblemCode.PARTNER_ACCOUNT_NOT_FOUND, ProblemCode.PARTNER_ACCOUNT_ENDED})
  public Response change(
      @Auth Caller caller,
      @PathParam("partnerId") UUID partnerId,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid PartnerAccountJson.Change body) {
    return answer(
        accounts.change(
            caller.context(), partnerId, id, EntityTags.expectedVersion(ifMatch), body::appliedTo));
  }

  /** Ends an account as of now; the row stays to be read. */
  @DELETE
  @Path("/{id}")
  @UnitOfWork
  @Requires(Permission.PARTNERS_WRITE)
  @Answers(PartnerAccountJson.View.class)
  @Refuses({ProblemCode.PARTNER_ACCOUNT_NOT_FOUND, ProblemCode.PARTNER_ACCOUNT_ENDED})
  public Response end(
      @Auth Caller caller,
      @PathParam("partnerId") UUID partnerId,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return answer(
        accounts.end(caller.context(), partnerId, id, EntityTags.expectedVersion(ifMatch)));
  }

  private static Response answer(PartnerAccount account) {
    return Response.ok(PartnerAccountJson.View.of(account))
        .tag(EntityTags.of(account.version()))
        .build();
  }
}
