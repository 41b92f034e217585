package com.dotmac.platform.app.partners.tiers;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.partners.PartnerService;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a partner came from tier to tier. */
@Path("/api/v1/partners/{partnerId}/tier-moves")
@Produces(MediaType.APPLICATION_JSON)
public final class TierMoveResource {

  private final PartnerService partners;

  /** A resource over the door. */
  TierMoveResource(PartnerService partners) {
    this.partners = partners;
  }

  /** Lists the moves of a partner, newest first, each with what moved him. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.PARTNERS_READ)
  @Answers(value = TierProgramJson.Move.class, page = true)
  @Refuses(ProblemCode.PARTNER_NOT_FOUND)
  public Response list(
      @Auth Caller caller,
      @PathParam("partnerId") UUID partnerId,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        partners.tierMoves(caller.scope(), partnerId, PageJson.request(limit, cursor)),
        TierProgramJson.Move::of,
        uri);
  }
}
