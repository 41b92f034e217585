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

/** People show that an address is theirs, by the link that was mailed to it. */
@Path("/api/v1/email-verifications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class EmailVerificationResource {

  private final MailedLinks links;

  /** A resource over the steps. */
  EmailVerificationResource(MailedLinks links) {
    this.links = links;
  }

  /** Notes that the address is the person's own. */
  @POST
  @OpenToAll
  @Answers(value = LinkJson.Opened.class, tag = false)
  @Refuses(ProblemCode.LINK_REFUSED)
  public Response verify(@NotNull @Valid LinkJson.Verify body) {
    return Response.ok(links.verifyEmail(body.token())).build();
  }
}
