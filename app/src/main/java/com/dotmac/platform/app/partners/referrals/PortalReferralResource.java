package com.dotmac.platform.app.partners.referrals;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.ForPartner;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.EntityTags;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.partners.PartnerPower;
import com.dotmac.platform.domain.partners.referrals.PartnerReferral;
import com.dotmac.platform.domain.partners.referrals.ReferralFilter;
import com.dotmac.platform.domain.partners.referrals.ReferralService;
import com.dotmac.platform.domain.partners.referrals.ReferralStatus;
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
import jakarta.ws.rs.PATCH;
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

/** The referrals of the partner, in his portal: submit, list, read, change, take back. */
@Path("/api/v1/portal/referrals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PortalReferralResource {

  private final ReferralService referrals;

  /** A resource over the door. */
  PortalReferralResource(ReferralService referrals) {
    this.referrals = referrals;
  }

  /** Names a prospect, whom nobody else can name for a while. */
  @POST
  @UnitOfWork
  @ForPartner(PartnerPower.SUBMIT_REFERRALS)
  @Answers(value = PartnerReferralJson.View.class, status = 201)
  @Refuses({
    ProblemCode.PARTNER_NOT_FOUND,
    ProblemCode.PARTNER_NOT_ACTIVE,
    ProblemCode.PARTNER_REFERRAL_KNOWN
  })
  public Response submit(
      @Auth Caller caller, @NotNull @Valid PartnerReferralJson.Submit body, @Context UriInfo uri) {
    PartnerReferral referral =
        referrals.submit(caller.context(), caller.seat().partnerId(), body.details());
    return Response.created(uri.getAbsolutePathBuilder().path(referral.id().toString()).build())
        .tag(EntityTags.of(referral.version()))
        .entity(PartnerReferralJson.View.of(referral))
        .build();
  }

  /** Lists the referrals, newest first. */
  @GET
  @UnitOfWork(readOnly = true)
  @ForPartner(PartnerPower.SUBMIT_REFERRALS)
  @Answers(value = PartnerReferralJson.View.class, page = true)
  public Response list(
      @Auth Caller caller,
      @QueryParam("status") @Nullable ReferralStatus status,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        referrals.list(
            caller.scope(),
            new ReferralFilter(caller.seat().partnerId(), status),
            PageJson.request(limit, cursor)),
        PartnerReferralJson.View::of,
        uri);
  }

  /** Reads a referral. */
  @GET
  @Path("/{id}")
  @UnitOfWork(readOnly = true)
  @ForPartner(PartnerPower.SUBMIT_REFERRALS)
  @Answers(PartnerReferralJson.View.class)
  @Refuses(ProblemCode.PARTNER_REFERRAL_NOT_FOUND)
  public Response read(@Auth Caller caller, @PathParam("id") UUID id) {
    return answer(own(caller, id));
  }

  /** Changes what is said of the prospect of an open referral. */
  @PATCH
  @Path("/{id}")
  @UnitOfWork
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @ForPartner(PartnerPower.SUBMIT_REFERRALS)
  @Answers(PartnerReferralJson.View.class)
  @Refuses({
    ProblemCode.PARTNER_REFERRAL_NOT_FOUND,
    ProblemCode.PARTNER_REFERRAL_CLOSED,
    ProblemCode.PARTNER_REFERRAL_KNOWN
  })
  public Response change(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid PartnerReferralJson.Change body) {
    int expectedVersion = EntityTags.expectedVersion(ifMatch);
    return answer(
        referrals.change(caller.context(), own(caller, id).id(), expectedVersion, body::appliedTo));
  }

  /** Takes a referral back: nothing comes of it, and the prospect is free. */
  @POST
  @Path("/{id}/withdraw")
  @UnitOfWork
  @ForPartner(PartnerPower.SUBMIT_REFERRALS)
  @Answers(PartnerReferralJson.View.class)
  @Refuses({ProblemCode.PARTNER_REFERRAL_NOT_FOUND, ProblemCode.PARTNER_REFERRAL_STEP_NOT_ALLOWED})
  public Response withdraw(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid PartnerReferralJson.End body) {
    int expectedVersion = EntityTags.expectedVersion(ifMatch);
    return answer(
        referrals.step(
            caller.context().because(body.reason()),
            own(caller, id).id(),
            expectedVersion,
            ReferralStatus.LOST));
  }

  private PartnerReferral own(Caller caller, UUID id) {
    return referrals.getOf(caller.scope(), caller.seat().partnerId(), id);
  }

  private static Response answer(PartnerReferral referral) {
    return Response.ok(PartnerReferralJson.View.of(referral))
        .tag(EntityTags.of(referral.version()))
        .build();
  }
}
