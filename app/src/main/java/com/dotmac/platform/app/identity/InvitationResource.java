package com.dotmac.platform.app.identity;

import com.dotmac.platform.app.auth.OpenToAll;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** People who were invited choose their first password, by the link that was mailed to them. */
@Path("/api/v1/invitations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class InvitationResource {

  private final MailedLinks links;

  /** A resource over the steps. */
  InvitationResource(MailedLinks links) {
    this.links = links;
  }

  /** Sets the first password of a person, who can sign in from then on. */
  @POST
  @Path("/accept")
  @OpenToAll
  @Answers(value = LinkJson.Opened.class, tag = false)
  @Refuses({ProblemCode.LINK_REFUSED, ProblemCode.PASSWORD_REFUSED})
  public Response accept(@NotNull @Valid LinkJson.Choose body) {
    return Response.ok(links.acceptInvitation(body.token(), body.newPassword())).build();
  }
}
