package com.dotmac.platform.app.identity;

import com.dotmac.platform.app.auth.OpenToAll;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.identity.links.LinkPurpose;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** People who forgot their password choose a new one, by a link that is mailed to them. */
@Path("/api/v1/password-resets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PasswordResetResource {

  private final MailedLinks links;
  private final LinkSetUp setUp;

  /** A resource over the steps. */
  PasswordResetResource(MailedLinks links, LinkSetUp setUp) {
    this.links = links;
    this.setUp = setUp;
  }

  /**
   * Has a link mailed to whoever has an account and a password; the answer is the same for
   * everybody.
   */
  @POST
  @OpenToAll
  @Answers(value = LinkJson.Asked.class, status = 202, tag = false)
  @Refuses({ProblemCode.MAIL_NOT_SET_UP, ProblemCode.SEALING_NOT_CONFIGURED})
  public Response ask(@NotNull @Valid LinkJson.Ask body) {
    setUp.refuseUnlessComplete();
    links.askForPassword(body.tenant(), body.email());
    return Response.accepted(new LinkJson.Asked(LinkPurpose.PASSWORD_RESET.life().toSeconds()))
        .build();
  }

  /** Sets a new password by the link of a mail, and ends all sessions of the person. */
  @POST
  @Path("/complete")
  @OpenToAll
  @Answers(value = LinkJson.Opened.class, tag = false)
  @Refuses({ProblemCode.LINK_REFUSED, ProblemCode.PASSWORD_REFUSED})
  public Response complete(@NotNull @Valid LinkJson.Choose body) {
    return Response.ok(links.resetPassword(body.token(), body.newPassword())).build();
  }
}
