package com.dotmac.platform.app.partners.onboarding;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.ForEveryCaller;
import com.dotmac.platform.app.auth.OpenToAll;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.ProblemException;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.partners.PartnerUser;
import com.dotmac.platform.domain.partners.onboarding.PartnerInvitationUseService;
import com.dotmac.platform.domain.tenancy.Actor;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;

/** People who were invited to act for a partner accept, by the link that was mailed to them. */
@Path("/api/v1/partner-invitations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AcceptedInvitationResource {

  private final AcceptedInvitations steps;
  private final PartnerInvitationUseService invitations;

  /** A resource over the steps, and over the door for those who need none. */
  AcceptedInvitationResource(AcceptedInvitations steps, PartnerInvitationUseService invitations) {
    this.steps = steps;
    this.invitations = invitations;
  }

  /** Makes the login of a stranger, with which he acts for the partner from then on. */
  @POST
  @Path("/accept")
  @OpenToAll
  @Answers(value = PartnerInvitationJson.Accepted.class, tag = false)
  @Refuses({
    ProblemCode.LINK_REFUSED,
    ProblemCode.PASSWORD_REFUSED,
    ProblemCode.PARTNER_INVITATION_LOGIN_EXISTS,
    ProblemCode.PARTNER_USER_EMAIL_TAKEN,
    ProblemCode.USER_EMAIL_TAKEN
  })
  public Response accept(@NotNull @Valid PartnerInvitationJson.Accept body) {
    return Response.ok(steps.accept(body)).build();
  }

  /** Has the caller, whose address was invited, act for the partner from then on. */
  @POST
  @Path("/join")
  @UnitOfWork
  @ForEveryCaller
  @Answers(value = PartnerInvitationJson.Joined.class, tag = false)
  @Refuses({ProblemCode.LINK_REFUSED, ProblemCode.PARTNER_USER_EMAIL_TAKEN})
  public Response join(@Auth Caller caller, @NotNull @Valid PartnerInvitationJson.Join body) {
    if (caller.actor().kind() != Actor.Kind.USER) {
      throw new ProblemException(
          ProblemCode.PERMISSION_DENIED, "This is for people, and not for API keys.");
    }
    PartnerUser person =
        invitations.join(
            caller.context(),
            Objects.requireNonNull(caller.actor().id()),
            body.token(),
            body.firstName(),
            body.lastName());
    return Response.ok(
            new PartnerInvitationJson.Joined(
                person.partnerId(), person.id(), person.details().role()))
        .build();
  }
}
