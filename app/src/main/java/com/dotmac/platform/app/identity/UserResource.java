package com.dotmac.platform.app.identity;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.EntityTags;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.identity.AssignedRoles;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.identity.User;
import com.dotmac.platform.domain.identity.UserFilter;
import com.dotmac.platform.domain.identity.UserRoleService;
import com.dotmac.platform.domain.identity.UserService;
import com.dotmac.platform.domain.identity.UserStatus;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.tenancy.CallContext;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people of a tenant: register, read, list, change, disable, enable, give roles. */
@Path("/api/v1/users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class UserResource {

  private final UserService users;
  private final UserRoleService assignments;

  /** A resource over the doors. */
  UserResource(UserService users, UserRoleService assignments) {
    this.users = users;
    this.assignments = assignments;
  }

  /** Registers a user, who has no password yet. */
  @POST
  @UnitOfWork
  @Requires(Permission.USERS_WRITE)
  @Answers(value = UserJson.View.class, status = 201)
  @Refuses({
    ProblemCode.USER_EMAIL_TAKEN,
    ProblemCode.USER_ROLE_NOT_FOUND,
    ProblemCode.USER_GRANTS_TOO_MUCH
  })
  public Response register(
      @Auth Caller caller, @NotNull @Valid UserJson.Create body, @Context UriInfo uri) {
    CallContext context = caller.context();
    User fresh = users.register(context, body.details());
    User user = assignments.assign(context, fresh.id(), fresh.version(), body.roles());
    return Response.created(uri.getAbsolutePathBuilder().path(user.id().toString()).build())
        .tag(EntityTags.of(user.version()))
        .entity(UserJson.View.of(user, body.roles()))
        .build();
  }

  /** Lists users, newest first, also those who are disabled. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.USERS_READ)
  @Answers(value = UserJson.View.class, page = true)
  public Response list(
      @Auth Caller caller,
      @QueryParam("status") @Nullable UserStatus status,
      @QueryParam("search") @Nullable @Size(min = 1, max = 100) String search,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    Page<User> page =
        users.list(caller.scope(), new UserFilter(status, search), PageJson.request(limit, cursor));
    Map<UUID, AssignedRoles> roles =
        assignments.of(caller.scope(), page.items().stream().map(User::id).toList());
    return PageJson.response(
        page,
        user -> UserJson.View.of(user, roles.getOrDefault(user.id(), AssignedRoles.NONE)),
        uri);
  }

  /** Reads a user. */
  @GET
  @Path("/{id}")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.USERS_READ)
  @Answers(UserJson.View.class)
  @Refuses(ProblemCode.USER_NOT_FOUND)
  public Response read(@Auth Caller caller, @PathParam("id") UUID id) {
    return answer(caller, users.get(caller.scope(), id));
  }

  /** Changes address and name; another address is to be verified anew. */
  @PATCH
  @Path("/{id}")
  @UnitOfWork
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Requires(Permission.USERS_WRITE)
  @Answers(UserJson.View.class)
  @Refuses({
    ProblemCode.USER_NOT_FOUND,
    ProblemCode.USER_EMAIL_TAKEN,
    ProblemCode.USER_GRANTS_TOO_MUCH
  })
  public Response change(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid UserJson.Change body) {
    return answer(
        caller,
        users.change(caller.context(), id, EntityTags.expectedVersion(ifMatch), body::appliedTo));
  }

  /** Disables a user: his sessions end, and he cannot sign in. */
  @POST
  @Path("/{id}/disable")
  @UnitOfWork
  @Requires(Permission.USERS_WRITE)
  @Answers(UserJson.View.class)
  @Refuses({
    ProblemCode.USER_NOT_FOUND,
    ProblemCode.USER_LAST_ADMINISTRATOR,
    ProblemCode.USER_GRANTS_TOO_MUCH
  })
  public Response disable(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Valid UserJson.@Nullable Step body) {
    return answer(
        caller, users.disable(because(caller, body), id, EntityTags.expectedVersion(ifMatch)));
  }

  /** Lets a disabled user sign in again. */
  @POST
  @Path("/{id}/enable")
  @UnitOfWork
  @Requires(Permission.USERS_WRITE)
  @Answers(UserJson.View.class)
  @Refuses({ProblemCode.USER_NOT_FOUND, ProblemCode.USER_GRANTS_TOO_MUCH})
  public Response enable(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Valid UserJson.@Nullable Step body) {
    return answer(
        caller, users.enable(because(caller, body), id, EntityTags.expectedVersion(ifMatch)));
  }

  /** Lets a user have these roles and no others. */
  @PUT
  @Path("/{id}/roles")
  @UnitOfWork
  @Requires(Permission.USERS_WRITE)
  @Answers(UserJson.View.class)
  @Refuses({
    ProblemCode.USER_NOT_FOUND,
    ProblemCode.USER_ROLE_NOT_FOUND,
    ProblemCode.USER_LAST_ADMINISTRATOR,
    ProblemCode.USER_GRANTS_TOO_MUCH
  })
  public Response assign(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid UserJson.Roles body) {
    return answer(
        caller,
        assignments.assign(
            caller.context(), id, EntityTags.expectedVersion(ifMatch), body.assigned()));
  }

  private static CallContext because(Caller caller, UserJson.@Nullable Step body) {
    return caller.context().because(body == null ? null : body.reason());
  }

  private Response answer(Caller caller, User user) {
    return Response.ok(UserJson.View.of(user, assignments.of(caller.scope(), user.id())))
        .tag(EntityTags.of(user.version()))
        .build();
  }
}
