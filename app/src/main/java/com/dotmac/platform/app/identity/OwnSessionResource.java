package com.dotmac.platform.app.identity;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.ForEveryCaller;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.EntityTags;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.identity.signin.SessionService;
import com.dotmac.platform.domain.identity.signin.UserSession;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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

/** Where the caller has signed in. */
@Path("/api/v1/me/sessions")
@Produces(MediaType.APPLICATION_JSON)
public final class OwnSessionResource {

  private final SessionService userSessions;

  /** A resource over the door. */
  OwnSessionResource(SessionService userSessions) {
    this.userSessions = userSessions;
  }

  /** Lists the caller's open sessions, newest first. */
  @GET
  @UnitOfWork(readOnly = true)
  @ForEveryCaller
  @Answers(value = MeJson.Session.class, page = true)
  public Response list(
      @Auth Caller caller,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        userSessions.list(
            caller.scope(),
            caller.signedIn().userId(),
            caller.at(),
            PageJson.request(limit, cursor)),
        session -> MeJson.Session.of(session, caller),
        uri);
  }

  /** Ends one of the caller's sessions: the next request of it is refused. */
  @DELETE
  @Path("/{id}")
  @UnitOfWork
  @ForEveryCaller
  @Answers(MeJson.Session.class)
  @Refuses(ProblemCode.SESSION_NOT_FOUND)
  public Response end(@Auth Caller caller, @PathParam("id") UUID id) {
    UserSession ended = userSessions.end(caller.context(), caller.signedIn().userId(), id);
    return Response.ok(MeJson.Session.of(ended, caller))
        .tag(EntityTags.of(ended.version()))
        .build();
  }
}
