package com.dotmac.platform.app.identity;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.identity.links.LinkService;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Users without a password are invited to choose one. */
@Path("/api/v1/users/{id}/invite")
@Produces(MediaType.APPLICATION_JSON)
public final class UserInvitationResource {

  private final LinkService links;
  private final LinkSetUp setUp;

  /** A resource over the door. */
  UserInvitationResource(LinkService links, LinkSetUp setUp) {
    this.links = links;
    this.setUp = setUp;
  }

  /** Mails a user a link to choose his first password; an earlier one opens nothing any more. */
  @POST
  @UnitOfWork
  @Requires(Permission.USERS_WRITE)
  @Answers(value = LinkJson.Mailed.class, status = 202, tag = false)
  @Refuses({
    ProblemCode.USER_NOT_FOUND,
    ProblemCode.USER_GRANTS_TOO_MUCH,
    ProblemCode.USER_DISABLED,
    ProblemCode.USER_HAS_PASSWORD,
    ProblemCode.MAIL_WRITTEN_RECENTLY,
    ProblemCode.VALIDATION_FAILED,
    ProblemCode.MAIL_NOT_SET_UP,
    ProblemCode.SEALING_NOT_CONFIGURED
  })
  public Response invite(@Auth Caller caller, @PathParam("id") UUID id) {
    setUp.refuseUnlessComplete();
    return Response.accepted(LinkJson.Mailed.of(links.invite(caller.context(), id))).build();
  }
}
