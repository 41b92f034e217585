package com.dotmac.platform.app.partners.portal;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.ForPartner;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.domain.partners.PartnerPower;
import com.dotmac.platform.domain.partners.portal.PartnerDashboardService;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** How the partner stands, at a glance, in his portal. */
@Path("/api/v1/portal/dashboard")
@Produces(MediaType.APPLICATION_JSON)
public final class PortalDashboardResource {

  private final PartnerDashboardService dashboards;

  /** A resource over the door. */
  PortalDashboardResource(PartnerDashboardService dashboards) {
    this.dashboards = dashboards;
  }

  /** Tells how the partner stands, in each currency by itself. */
  @GET
  @UnitOfWork(readOnly = true)
  @ForPartner(PartnerPower.SEE_MONEY)
  @Answers(value = PortalDashboardJson.View.class, tag = false)
  public PortalDashboardJson.View read(@Auth Caller caller) {
    return PortalDashboardJson.View.of(
        dashboards.of(caller.scope(), caller.seat().partnerId(), caller.at()));
  }
}
