package com.dotmac.platform.app.partners.statements;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.ForPartner;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.partners.PartnerPower;
import com.dotmac.platform.domain.partners.statements.MetricsPeriod;
import com.dotmac.platform.domain.partners.statements.PartnerMetricsService;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The figures of the partner, in his portal. */
@Path("/api/v1/portal/metrics")
@Produces(MediaType.APPLICATION_JSON)
public final class PortalMetricsResource {

  private final PartnerMetricsService metrics;

  /** A resource over the door. */
  PortalMetricsResource(PartnerMetricsService metrics) {
    this.metrics = metrics;
  }

  /**
   * What the partner brought in and got, from an instant until before another. Without `to` it is
   * until now, without `from` over the thirty days before.
   */
  @GET
  @UnitOfWork(readOnly = true)
  @ForPartner(PartnerPower.SEE_MONEY)
  @Answers(value = PartnerMetricsJson.View.class, tag = false)
  @Refuses(ProblemCode.VALIDATION_FAILED)
  public PartnerMetricsJson.View read(
      @Auth Caller caller,
      @QueryParam("from") @Nullable Instant from,
      @QueryParam("to") @Nullable Instant to) {
    MetricsPeriod period = MetricsPeriod.of(from, to, caller.at());
    return PartnerMetricsJson.View.of(
        period, metrics.of(caller.scope(), caller.seat().partnerId(), period));
  }
}
