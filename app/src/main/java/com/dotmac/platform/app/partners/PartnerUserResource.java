package com.dotmac.platform.app.partners;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.EntityTags;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.partners.PartnerUser;
import com.dotmac.platform.domain.partners.PartnerUserService;
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

/** The people of a partner: add, read, list, change, deactivate. */
@Path("/api/v1/partners/{partnerId}/users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PartnerUserResource {

  private final PartnerUserService users;

  /** A resource over the door. */
  PartnerUserResource(PartnerUserService users) {
    this.users = users;
  }

  /** Adds a person. */
  @POST
  @UnitOfWork
  @Requires(Permission.PARTNERS_WRITE)
  @Answers(value = PartnerUserJson.View.class, status = 201)
  @Refuses({
    ProblemCode.PARTNER_NOT_FOUND,
    ProblemCode.PARTNER_ARCHIVED,
    ProblemCode.PARTNER_USER_EMAIL_TAKEN,
    ProblemCode.PARTNER_USER_PRIMARY_CONTACT_TAKEN,
    ProblemCode.PARTNER_USER_LINK_NOT_FOUND
  })
  public Response add(
      @Auth Caller caller,
      @PathParam("partnerId") UUID partnerId,
      @NotNull @Valid PartnerUserJson.Create body,
      @Context UriInfo uri) {
    PartnerUser user = users.add(caller.context(), partnerId, body.details());
    return Response.created(uri.getAbsolutePathBuilder().path(user.id().toString()).build())
        .tag(EntityTags.of(user.version()))
        .entity(PartnerUserJson.View.of(user))
        .build();
  }

  /** Lists the people, newest first; those who were deactivated only when asked for. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.PARTNERS_READ)
  @Answers(value = PartnerUserJson.View.class, page = true)
  @Refuses(ProblemCode.PARTNER_NOT_FOUND)
  public Response list(
      @Auth Caller caller,
      @PathParam("partnerId") UUID partnerId,
      @QueryParam("includeInactive") @DefaultValue("false") boolean includeInactive,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        users.list(caller.scope(), partnerId, includeInactive, PageJson.request(limit, cursor)),
        PartnerUserJson.View::of,
        uri);
  }

  /** Reads a person. */
  @GET
  @Path("/{id}")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.PARTNERS_READ)
  @Answers(PartnerUserJson.View.class)
  @Refuses(ProblemCode.PARTNER_USER_NOT_FOUND)
  public Response read(
      @Auth Caller caller, @PathParam("partnerId") UUID partnerId, @PathParam("id") UUID id) {
    return answer(users.get(caller.scope(), partnerId, id));
  }

  /** Changes what is said of a person. */
  @PATCH
  @Path("/{id}")
  @UnitOfWork
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Requires(Permission.PARTNERS_WRITE)
  @Answers(PartnerUserJson.View.class)
  @Refuses({
    ProblemCode.PARTNER_USER_NOT_FOUND,
    ProblemCode.PARTNER_USER_DEACTIVATED,
    ProblemCode.PARTNER_USER_EMAIL_TAKEN,
    ProblemCode.PARTNER_USER_PRIMARY_CONTACT_TAKEN,
    ProblemCode.PARTNER_USER_LINK_NOT_FOUND,
    ProblemCode.PARTNER_USER_LAST_OWNER
  })
  public Response change(
      @Auth Caller caller,
      @PathParam("partnerId") UUID partnerId,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid PartnerUserJson.Change body) {
    return answer(
        users.change(
            caller.context(), partnerId, id, EntityTags.expectedVersion(ifMatch), body::appliedTo));
  }

  /** Ends a person's acting for the partner; the row stays to be read. */
  @DELETE
  @Path("/{id}")
  @UnitOfWork
  @Requires(Permission.PARTNERS_WRITE)
  @Answers(PartnerUserJson.View.class)
  @Refuses({
    ProblemCode.PARTNER_USER_NOT_FOUND,
    ProblemCode.PARTNER_USER_DEACTIVATED,
    ProblemCode.PARTNER_USER_LAST_OWNER
  })
  public Response deactivate(
      @Auth Caller caller,
      @PathParam("partnerId") UUID partnerId,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return answer(
        users.deactivate(caller.context(), partnerId, id, EntityTags.expectedVersion(ifMatch)));
  }

  private static Response answer(PartnerUser user) {
    return Response.ok(PartnerUserJson.View.of(user)).tag(EntityTags.of(user.version())).build();
  }
}
