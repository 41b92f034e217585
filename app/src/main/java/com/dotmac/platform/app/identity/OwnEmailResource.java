package com.dotmac.platform.app.identity;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.ForEveryCaller;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.identity.links.LinkService;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The address of whoever signed in. */
@Path("/api/v1/me/email-verification")
@Produces(MediaType.APPLICATION_JSON)
public final class OwnEmailResource {

  private final LinkService links;
  private final LinkSetUp setUp;

  /** A resource over the door. */
  OwnEmailResource(LinkService links, LinkSetUp setUp) {
    this.links = links;
    this.setUp = setUp;
  }

  /** Mails the caller a link that shows that his address is his own. */
  @POST
  @UnitOfWork
  @ForEveryCaller
  @Answers(value = LinkJson.Mailed.class, status = 202, tag = false)
  @Refuses({
    ProblemCode.MAIL_WRITTEN_RECENTLY,
    ProblemCode.VALIDATION_FAILED,
    ProblemCode.MAIL_NOT_SET_UP,
    ProblemCode.SEALING_NOT_CONFIGURED
  })
  public Response verify(@Auth Caller caller) {
    Caller.SignedIn person = caller.signedIn();
    setUp.refuseUnlessComplete();
    return Response.accepted(
            LinkJson.Mailed.of(links.askForVerification(caller.context(), person.userId())))
        .build();
  }
}
