package com.dotmac.platform.app.partners.portal;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.ForPartner;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.EntityTags;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.app.identity.LinkSetUp;
import com.dotmac.platform.app.partners.onboarding.PartnerInvitationJson;
import com.dotmac.platform.domain.partners.PartnerPower;
import com.dotmac.platform.domain.partners.onboarding.PartnerInvitation;
import com.dotmac.platform.domain.partners.onboarding.PartnerInvitationService;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The invitations of the partner, in his portal: invite, list, send again, take back. Only owners
 * invite owners.
 */
@Path("/api/v1/portal/invitations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PortalInvitationResource {

  private final PartnerInvitationService invitations;
  private final LinkSetUp setUp;

  /** A resource over the door. */
  PortalInvitationResource(PartnerInvitationService invitations, LinkSetUp setUp) {
    this.invitations = invitations;
    this.setUp = setUp;
  }

  /** Mails somebody a link by which he comes to act for the partner. */
  @POST
  @UnitOfWork
  @ForPartner(PartnerPower.MANAGE_TEAM)
  @Answers(value = PartnerInvitationJson.View.class, status = 201)
  @Refuses({
    ProblemCode.PARTNER_ARCHIVED,
    ProblemCode.PARTNER_USER_OWNERS_ONLY,
    ProblemCode.PARTNER_USER_EMAIL_TAKEN,
    ProblemCode.PARTNER_INVITATION_OPEN,
    ProblemCode.MAIL_WRITTEN_RECENTLY,
    ProblemCode.MAIL_NOT_SET_UP,
    ProblemCode.SEALING_NOT_CONFIGURED
  })
  public Response invite(
      @Auth Caller caller,
      @NotNull @Valid PartnerInvitationJson.Create body,
      @Context UriInfo uri) {
    setUp.refuseUnlessComplete();
    caller.seat().refuseBeyond(body.role());
    PartnerInvitation invitation =
        invitations.invite(caller.context(), caller.seat().partnerId(), body.email(), body.role());
    return Response.created(uri.getAbsolutePathBuilder().path(invitation.id().toString()).build())
        .tag(EntityTags.of(invitation.version()))
        .entity(PartnerInvitationJson.View.of(invitation, caller.at()))
        .build();
  }

  /** Lists the invitations, newest first. */
  @GET
  @UnitOfWork(readOnly = true)
  @ForPartner(PartnerPower.MANAGE_TEAM)
  @Answers(value = PartnerInvitationJson.View.class, page = true)
  public Response list(
      @Auth Caller caller,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        invitations.list(
            caller.scope(), caller.seat().partnerId(), PageJson.request(limit, cursor)),
        invitation -> PartnerInvitationJson.View.of(invitation, caller.at()),
        uri);
  }

  /** Reads an invitation. */
  @GET
  @Path("/{id}")
  @UnitOfWork(readOnly = true)
  @ForPartner(PartnerPower.MANAGE_TEAM)
  @Answers(PartnerInvitationJson.View.class)
  @Refuses(ProblemCode.PARTNER_INVITATION_NOT_FOUND)
  public Response read(@Auth Caller caller, @PathParam("id") UUID id) {
    return answer(caller, invitations.get(caller.scope(), caller.seat().partnerId(), id));
  }

  /** Mails an invitation anew; the link before opens nothing any more. */
  @POST
  @Path("/{id}/resend")
  @UnitOfWork
  @ForPartner(PartnerPower.MANAGE_TEAM)
  @Answers(PartnerInvitationJson.View.class)
  @Refuses({
    ProblemCode.PARTNER_INVITATION_NOT_FOUND,
    ProblemCode.PARTNER_INVITATION_ENDED,
    ProblemCode.PARTNER_USER_OWNERS_ONLY,
    ProblemCode.MAIL_WRITTEN_RECENTLY,
    ProblemCode.MAIL_NOT_SET_UP,
    ProblemCode.SEALING_NOT_CONFIGURED
  })
  public Response resend(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    int version = EntityTags.expectedVersion(ifMatch);
    setUp.refuseUnlessComplete();
    refuseBeyondSeat(caller, id);
    return answer(
        caller, invitations.resend(caller.context(), caller.seat().partnerId(), id, version));
  }

  /** Takes an invitation back; its link opens nothing any more. */
  @POST
  @Path("/{id}/revoke")
  @UnitOfWork
  @ForPartner(PartnerPower.MANAGE_TEAM)
  @Answers(PartnerInvitationJson.View.class)
  @Refuses({
    ProblemCode.PARTNER_INVITATION_NOT_FOUND,
    ProblemCode.PARTNER_USER_OWNERS_ONLY,
    ProblemCode.PARTNER_INVITATION_ENDED
  })
  public Response revoke(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    int version = EntityTags.expectedVersion(ifMatch);
    refuseBeyondSeat(caller, id);
    return answer(
        caller, invitations.revoke(caller.context(), caller.seat().partnerId(), id, version));
  }

  private void refuseBeyondSeat(Caller caller, UUID id) {
    caller
        .seat()
        .refuseBeyond(invitations.get(caller.scope(), caller.seat().partnerId(), id).role());
  }

  private static Response answer(Caller caller, PartnerInvitation invitation) {
    return Response.ok(PartnerInvitationJson.View.of(invitation, caller.at()))
        .tag(EntityTags.of(invitation.version()))
        .build();
  }
}
