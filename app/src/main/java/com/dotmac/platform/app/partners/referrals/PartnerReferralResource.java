package com.dotmac.platform.app.partners.referrals;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.EntityTags;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.identity.Permission;
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

/** The referrals of all partners: submit, list, read, change, and every step up to a customer. */
@Path("/api/v1/partner-referrals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PartnerReferralResource {

  private final ReferralService referrals;

  /** A resource over the door. */
  PartnerReferralResource(ReferralService referrals) {
    this.referrals = referrals;
  }

  /** Names a prospect, whom nobody else can name for a while. */
  @POST
  @UnitOfWork
  @Requires(Permission.REFERRALS_WRITE)
  @Answers(value = PartnerReferralJson.View.class, status = 201)
  @Refuses({
    ProblemCode.PARTNER_NOT_FOUND,
    ProblemCode.PARTNER_NOT_ACTIVE,
    ProblemCode.PARTNER_REFERRAL_KNOWN
  })
  public Response submit(
      @Auth Caller caller, @NotNull @Valid PartnerReferralJson.Create body, @Context UriInfo uri) {
    PartnerReferral referral = referrals.submit(caller.context(), body.partnerId(), body.details());
    return Response.created(uri.getAbsolutePathBuilder().path(referral.id().toString()).build())
        .tag(EntityTags.of(referral.version()))
        .entity(PartnerReferralJson.View.of(referral))
        .build();
  }

  /** Lists the referrals, newest first. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.REFERRALS_READ)
  @Answers(value = PartnerReferralJson.View.class, page = true)
  public Response list(
      @Auth Caller caller,
      @QueryParam("partnerId") @Nullable UUID partnerId,
      @QueryParam("status") @Nullable ReferralStatus status,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        referrals.list(
            caller.scope(), new ReferralFilter(partnerId, status), PageJson.request(limit, cursor)),
        PartnerReferralJson.View::of,
        uri);
  }

  /** Reads a referral. */
  @GET
  @Path("/{id}")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.REFERRALS_READ)
  @Answers(PartnerReferralJson.View.class)
  @Refuses(ProblemCode.PARTNER_REFERRAL_NOT_FOUND)
  public Response read(@Auth Caller caller, @PathParam("id") UUID id) {
    return answer(referrals.get(caller.scope(), id));
  }

  /** Changes what is said of the prospect of an open referral. */
  @PATCH
  @Path("/{id}")
  @UnitOfWork
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Requires(Permission.REFERRALS_WRITE)
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
    return answer(
        referrals.change(
            caller.context(), id, EntityTags.expectedVersion(ifMatch), body::appliedTo));
  }

  /** Notes that somebody has spoken to the prospect. */
  @POST
  @Path("/{id}/contact")
  @UnitOfWork
  @Requires(Permission.REFERRALS_WRITE)
  @Answers(PartnerReferralJson.View.class)
  @Refuses({ProblemCode.PARTNER_REFERRAL_NOT_FOUND, ProblemCode.PARTNER_REFERRAL_STEP_NOT_ALLOWED})
  public Response contact(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Valid PartnerReferralJson.@Nullable Step body) {
    return step(caller, id, ifMatch, body == null ? null : body.reason(), ReferralStatus.CONTACTED);
  }

  /** Notes that the prospect fits. */
  @POST
  @Path("/{id}/qualify")
  @UnitOfWork
  @Requires(Permission.REFERRALS_WRITE)
  @Answers(PartnerReferralJson.View.class)
  @Refuses({ProblemCode.PARTNER_REFERRAL_NOT_FOUND, ProblemCode.PARTNER_REFERRAL_STEP_NOT_ALLOWED})
  public Response qualify(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Valid PartnerReferralJson.@Nullable Step body) {
    return step(caller, id, ifMatch, body == null ? null : body.reason(), ReferralStatus.QUALIFIED);
  }

  /** Notes that nothing came of it. */
  @POST
  @Path("/{id}/lose")
  @UnitOfWork
  @Requires(Permission.REFERRALS_WRITE)
  @Answers(PartnerReferralJson.View.class)
  @Refuses({ProblemCode.PARTNER_REFERRAL_NOT_FOUND, ProblemCode.PARTNER_REFERRAL_STEP_NOT_ALLOWED})
  public Response lose(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid PartnerReferralJson.End body) {
    return step(caller, id, ifMatch, body.reason(), ReferralStatus.LOST);
  }

  /** Notes that it never was a prospect. */
  @POST
  @Path("/{id}/invalidate")
  @UnitOfWork
  @Requires(Permission.REFERRALS_WRITE)
  @Answers(PartnerReferralJson.View.class)
  @Refuses({ProblemCode.PARTNER_REFERRAL_NOT_FOUND, ProblemCode.PARTNER_REFERRAL_STEP_NOT_ALLOWED})
  public Response invalidate(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid PartnerReferralJson.End body) {
    return step(caller, id, ifMatch, body.reason(), ReferralStatus.INVALID);
  }

  /** Makes a customer of the prospect, whom the partner looks after from now on. */
  @POST
  @Path("/{id}/convert")
  @UnitOfWork
  @Requires(Permission.REFERRALS_WRITE)
  @Answers(PartnerReferralJson.View.class)
  @Refuses({
    ProblemCode.PARTNER_REFERRAL_NOT_FOUND,
    ProblemCode.PARTNER_REFERRAL_STEP_NOT_ALLOWED,
    ProblemCode.PARTNER_NOT_ACTIVE,
    ProblemCode.CUSTOMER_NOT_FOUND,
    ProblemCode.CUSTOMER_ARCHIVED,
    ProblemCode.PARTNER_ACCOUNT_CUSTOMER_TAKEN
  })
  public Response convert(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Valid PartnerReferralJson.@Nullable Convert body) {
    return answer(
        referrals.convert(
            caller.context(),
            id,
            EntityTags.expectedVersion(ifMatch),
            body == null ? null : body.customerId()));
  }

  private Response step(
      Caller caller,
      UUID id,
      @Nullable String ifMatch,
      @Nullable String reason,
      ReferralStatus next) {
    return answer(
        referrals.step(
            caller.context().because(reason), id, EntityTags.expectedVersion(ifMatch), next));
  }

  private static Response answer(PartnerReferral referral) {
    return Response.ok(PartnerReferralJson.View.of(referral))
        .tag(EntityTags.of(referral.version()))
        .build();
  }
}
