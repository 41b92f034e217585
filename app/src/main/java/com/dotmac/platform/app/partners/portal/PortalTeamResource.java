package com.dotmac.platform.app.partners.portal;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.ForPartner;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.EntityTags;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.partners.PartnerPower;
import com.dotmac.platform.domain.partners.PartnerTeamService;
import com.dotmac.platform.domain.partners.PartnerUser;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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

/** The people of the partner, in his portal: list, read, change what they may do, let go. */
@Path("/api/v1/portal/team")
@Produces(MediaType.APPLICATION_JSON)
public final class PortalTeamResource {

  private final PartnerTeamService team;

  /** A resource over the door. */
  PortalTeamResource(PartnerTeamService team) {
    this.team = team;
  }

  /** Lists those who act for the partner, newest first. */
  @GET
  @UnitOfWork(readOnly = true)
  @ForPartner(PartnerPower.SEE_PARTNER)
  @Answers(value = PortalTeamJson.View.class, page = true)
  public Response list(
      @Auth Caller caller,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        team.list(caller.scope(), caller.seat(), PageJson.request(limit, cursor)),
        PortalTeamJson.View::of,
        uri);
  }

  /** Reads one of them. */
  @GET
  @Path("/{id}")
  @UnitOfWork(readOnly = true)
  @ForPartner(PartnerPower.SEE_PARTNER)
  @Answers(PortalTeamJson.View.class)
  @Refuses(ProblemCode.PARTNER_USER_NOT_FOUND)
  public Response read(@Auth Caller caller, @PathParam("id") UUID id) {
    return answer(team.get(caller.scope(), caller.seat(), id));
  }

  /** Changes name and role of one of them; only owners make, change and remove owners. */
  @PATCH
  @Path("/{id}")
  @UnitOfWork
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @ForPartner(PartnerPower.MANAGE_TEAM)
  @Answers(PortalTeamJson.View.class)
  @Refuses({
    ProblemCode.PARTNER_USER_NOT_FOUND,
    ProblemCode.PARTNER_USER_OWNERS_ONLY,
    ProblemCode.PARTNER_USER_LAST_OWNER,
    ProblemCode.PARTNER_USER_DEACTIVATED,
    ProblemCode.PARTNER_USER_PRIMARY_CONTACT_TAKEN
  })
  public Response change(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid PortalTeamJson.Change body) {
    return answer(
        team.change(
            caller.context(),
            caller.seat(),
            id,
            EntityTags.expectedVersion(ifMatch),
            body::appliedTo));
  }

  /** Lets one of them go: from the next request on he acts for the partner no longer. */
  @DELETE
  @Path("/{id}")
  @UnitOfWork
  @ForPartner(PartnerPower.MANAGE_TEAM)
  @Answers(PortalTeamJson.View.class)
  @Refuses({
    ProblemCode.PARTNER_USER_NOT_FOUND,
    ProblemCode.PARTNER_USER_OWNERS_ONLY,
    ProblemCode.PARTNER_USER_LAST_OWNER,
    ProblemCode.PARTNER_USER_DEACTIVATED
  })
  public Response remove(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return answer(
        team.remove(caller.context(), caller.seat(), id, EntityTags.expectedVersion(ifMatch)));
  }

  private static Response answer(PartnerUser user) {
    return Response.ok(PortalTeamJson.View.of(user)).tag(EntityTags.of(user.version())).build();
  }
}
