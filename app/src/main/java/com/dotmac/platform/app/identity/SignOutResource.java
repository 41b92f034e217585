package com.dotmac.platform.app.identity;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.ForEveryCaller;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.identity.signin.SessionService;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A person signs out. */
@Path("/api/v1/sign-out")
@Produces(MediaType.APPLICATION_JSON)
public final class SignOutResource {

  private final SessionService userSessions;

  /** A resource over the door. */
  SignOutResource(SessionService userSessions) {
    this.userSessions = userSessions;
  }

  /** Ends the session of this request. */
  @POST
  @UnitOfWork
  @ForEveryCaller
  @Answers(value = SignInJson.Ended.class, tag = false)
  @Refuses(ProblemCode.SESSION_NOT_FOUND)
  public Response signOut(@Auth Caller caller) {
    Caller.SignedIn person = caller.signedIn();
    userSessions.end(caller.context(), person.userId(), person.sessionId());
    return Response.ok(new SignInJson.Ended(1)).build();
  }
}
