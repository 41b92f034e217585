package com.dotmac.platform.app.identity;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.identity.UserIdentity;
import com.dotmac.platform.domain.identity.UserIdentityService;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who a user is at OpenID providers: link, read, list, remove. */
@Path("/api/v1/users/{userId}/identities")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class UserIdentityResource {

  private final UserIdentityService identities;

  /** A resource over the door. */
  UserIdentityResource(UserIdentityService identities) {
    this.identities = identities;
  }

  /** Lets a user come in with the tokens that a provider gives somebody. */
  @POST
  @UnitOfWork
  @Requires(Permission.USERS_WRITE)
  @Answers(value = UserIdentityJson.View.class, status = 201, tag = false)
  @Refuses({
    ProblemCode.USER_NOT_FOUND,
    ProblemCode.USER_GRANTS_TOO_MUCH,
    ProblemCode.USER_IDENTITY_TAKEN
  })
  public Response link(
      @Auth Caller caller,
      @PathParam("userId") UUID userId,
      @NotNull @Valid UserIdentityJson.Create body,
      @Context UriInfo uri) {
    UserIdentity link = identities.link(caller.context(), userId, body.identity());
    return Response.created(uri.getAbsolutePathBuilder().path(link.id().toString()).build())
        .entity(UserIdentityJson.View.of(link))
        .build();
  }

  /** Lists the identities of a user, newest first. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.USERS_READ)
  @Answers(value = UserIdentityJson.View.class, page = true)
  @Refuses(ProblemCode.USER_NOT_FOUND)
  public Response list(
      @Auth Caller caller,
      @PathParam("userId") UUID userId,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        identities.list(caller.scope(), userId, PageJson.request(limit, cursor)),
        UserIdentityJson.View::of,
        uri);
  }

  /** Reads an identity. */
  @GET
  @Path("/{id}")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.USERS_READ)
  @Answers(value = UserIdentityJson.View.class, tag = false)
  @Refuses(ProblemCode.USER_IDENTITY_NOT_FOUND)
  public UserIdentityJson.View read(
      @Auth Caller caller, @PathParam("userId") UUID userId, @PathParam("id") UUID id) {
    return UserIdentityJson.View.of(identities.get(caller.scope(), userId, id));
  }

  /** Takes an identity from a user: tokens of it open nothing from the next request on. */
  @DELETE
  @Path("/{id}")
  @UnitOfWork
  @Requires(Permission.USERS_WRITE)
  @Answers(value = UserIdentityJson.View.class, tag = false)
  @Refuses({ProblemCode.USER_IDENTITY_NOT_FOUND, ProblemCode.USER_GRANTS_TOO_MUCH})
  public UserIdentityJson.View remove(
      @Auth Caller caller, @PathParam("userId") UUID userId, @PathParam("id") UUID id) {
    return UserIdentityJson.View.of(identities.remove(caller.context(), userId, id));
  }
}
