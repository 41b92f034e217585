package com.dotmac.platform.app.partners.statements;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.partners.PartnerService;
import com.dotmac.platform.domain.partners.statements.MetricsPeriod;
import com.dotmac.platform.domain.partners.statements.PartnerMetricsService;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The figures of a partner over any period. */
@Path("/api/v1/partners/{partnerId}/metrics")
@Produces(MediaType.APPLICATION_JSON)
public final class PartnerMetricsResource {

  private final PartnerService partners;
  private final PartnerMetricsService metrics;

  /** A resource over the doors. */
  PartnerMetricsResource(PartnerService partners, PartnerMetricsService metrics) {
    this.partners = partners;
    this.metrics = metrics;
  }

  /**
   * What the partner brought in and got, from an instant until before another. Without `to` it is
   * until now, without `from` over the thirty days before.
   */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.COMMISSIONS_READ)
  @Answers(value = PartnerMetricsJson.View.class, tag = false)
  @Refuses({ProblemCode.PARTNER_NOT_FOUND, ProblemCode.VALIDATION_FAILED})
  public PartnerMetricsJson.View read(
      @Auth Caller caller,
      @PathParam("partnerId") UUID partnerId,
      @QueryParam("from") @Nullable Instant from,
      @QueryParam("to") @Nullable Instant to) {
    partners.get(caller.scope(), partnerId);
    MetricsPeriod period = MetricsPeriod.of(from, to, caller.at());
    return PartnerMetricsJson.View.of(period, metrics.of(caller.scope(), partnerId, period));
  }
}
