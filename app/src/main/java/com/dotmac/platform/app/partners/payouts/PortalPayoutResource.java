package com.dotmac.platform.app.partners.payouts;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.ForPartner;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.partners.PartnerPower;
import com.dotmac.platform.domain.partners.payouts.PayoutFilter;
import com.dotmac.platform.domain.partners.payouts.PayoutService;
import com.dotmac.platform.domain.partners.payouts.PayoutStatus;
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

/** What the partner is paid, in his portal. */
@Path("/api/v1/portal/payouts")
@Produces(MediaType.APPLICATION_JSON)
public final class PortalPayoutResource {

  private final PayoutService payouts;

  /** A resource over the door. */
  PortalPayoutResource(PayoutService payouts) {
    this.payouts = payouts;
  }

  /** Lists payouts, newest first. */
  @GET
  @UnitOfWork(readOnly = true)
  @ForPartner(PartnerPower.SEE_MONEY)
  @Answers(value = PortalPayoutJson.View.class, page = true)
  public Response list(
      @Auth Caller caller,
      @QueryParam("status") @Nullable PayoutStatus status,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return PageJson.response(
        payouts.list(
            caller.scope(),
            new PayoutFilter(null, caller.seat().partnerId(), status),
            PageJson.request(limit, cursor)),
        PortalPayoutJson.View::of,
        uri);
  }

  /** Reads a payout. */
  @GET
  @Path("/{id}")
  @UnitOfWork(readOnly = true)
  @ForPartner(PartnerPower.SEE_MONEY)
  @Answers(value = PortalPayoutJson.View.class, tag = false)
  @Refuses(ProblemCode.PAYOUT_NOT_FOUND)
  public PortalPayoutJson.View read(@Auth Caller caller, @PathParam("id") UUID id) {
    return PortalPayoutJson.View.of(payouts.getOf(caller.scope(), caller.seat().partnerId(), id));
  }

  /** Lists the lines of commission that a payout was made of, also if they are free again. */
  @GET
  @Path("/{id}/lines")
  @UnitOfWork(readOnly = true)
  @ForPartner(PartnerPower.SEE_MONEY)
  @Answers(value = PayoutJson.LineView.class, page = true)
  @Refuses(ProblemCode.PAYOUT_NOT_FOUND)
  public Response lines(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    UUID payoutId = payouts.getOf(caller.scope(), caller.seat().partnerId(), id).id();
    return PageJson.response(
        payouts.lines(caller.scope(), payoutId, PageJson.request(limit, cursor)),
        PayoutJson.LineView::of,
        uri);
  }
}
