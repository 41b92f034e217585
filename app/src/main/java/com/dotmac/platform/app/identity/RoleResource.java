package com.dotmac.platform.app.identity;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.EntityTags;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.identity.Role;
import com.dotmac.platform.domain.identity.RoleService;
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

/** Roles that a tenant makes for itself, beside the standard ones. */
@Path("/api/v1/roles")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RoleResource {

  private final RoleService roles;

  /** A resource over the door. */
  RoleResource(RoleService roles) {
    this.roles = roles;
  }

  /** Makes a role. */
  @POST
  @UnitOfWork
  @Requires(Permission.ROLES_WRITE)
  @Answers(value = RoleJson.View.class, status = 201)
  @Refuses({ProblemCode.ROLE_NAME_TAKEN, ProblemCode.ROLE_GRANTS_TOO_MUCH})
  public Response create(
      @Auth Caller caller, @NotNull @Valid RoleJson.Create body, @Context UriInfo uri) {
    Role role = roles.create(caller.context(), body.details());
    return Response.created(uri.getAbsolutePathBuilder().path(role.id().toString()).build())
        .tag(EntityTags.of(role.version()))
        .entity(RoleJson.View.of(role))
        .build();
  }

  /** Lists the tenant's own roles, newest first. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.ROLES_READ)
  @Answers(value = RoleJson.View.class, page = true)
  public Response list(
      @Auth Caller caller,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        roles.list(caller.scope(), PageJson.request(limit, cursor)), RoleJson.View::of, uri);
  }

  /** Reads a role. */
  @GET
  @Path("/{id}")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.ROLES_READ)
  @Answers(RoleJson.View.class)
  @Refuses(ProblemCode.ROLE_NOT_FOUND)
  public Response read(@Auth Caller caller, @PathParam("id") UUID id) {
    return answer(roles.get(caller.scope(), id));
  }

  /** Changes a role, for everybody who has it. */
  @PATCH
  @Path("/{id}")
  @UnitOfWork
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Requires(Permission.ROLES_WRITE)
  @Answers(RoleJson.View.class)
  @Refuses({
    ProblemCode.ROLE_NOT_FOUND,
    ProblemCode.ROLE_NAME_TAKEN,
    ProblemCode.ROLE_GRANTS_TOO_MUCH
  })
  public Response change(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid RoleJson.Change body) {
    return answer(
        roles.change(caller.context(), id, EntityTags.expectedVersion(ifMatch), body::appliedTo));
  }

  /** Removes a role that nobody has, and answers with what it was. */
  @DELETE
  @Path("/{id}")
  @UnitOfWork
  @Requires(Permission.ROLES_WRITE)
  @Answers(RoleJson.View.class)
  @Refuses({ProblemCode.ROLE_NOT_FOUND, ProblemCode.ROLE_IN_USE, ProblemCode.ROLE_GRANTS_TOO_MUCH})
  public Response remove(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return answer(roles.remove(caller.context(), id, EntityTags.expectedVersion(ifMatch)));
  }

  private static Response answer(Role role) {
    return Response.ok(RoleJson.View.of(role)).tag(EntityTags.of(role.version())).build();
  }
}
