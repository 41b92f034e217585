package com.dotmac.platform.app.identity;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.ForEveryCaller;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.domain.identity.signin.SessionEnd;
import com.dotmac.platform.domain.identity.signin.SessionService;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A person signs out wherever he has signed in. */
@Path("/api/v1/sign-out-everywhere")
@Produces(MediaType.APPLICATION_JSON)
public final class SignOutEverywhereResource {

  private final SessionService userSessions;

  /** A resource over the door. */
  SignOutEverywhereResource(SessionService userSessions) {
    this.userSessions = userSessions;
  }

  /** Ends every session of the person, also that of this request. */
  @POST
  @UnitOfWork
  @ForEveryCaller
  @Answers(value = SignInJson.Ended.class, tag = false)
  public Response signOut(@Auth Caller caller) {
    int ended =
        userSessions.endAll(
            caller.context(), caller.signedIn().userId(), SessionEnd.SIGNED_OUT, null);
    return Response.ok(new SignInJson.Ended(ended)).build();
  }
}
