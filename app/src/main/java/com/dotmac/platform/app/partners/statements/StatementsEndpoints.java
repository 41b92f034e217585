package com.dotmac.platform.app.partners.statements;

import com.dotmac.platform.app.http.DomainProblems;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.jobs.EachTenant;
import com.dotmac.platform.app.jobs.Jobs;
import com.dotmac.platform.domain.partners.statements.StatementException;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.Map;

/** Puts statements of partners on the wire, and has them made in time. */
public final class StatementsEndpoints {

  private StatementsEndpoints() {}

  /**
   * Registers the feature.
   *
   * @param jersey where resources go
   * @param problems where refusals go
   * @param doors the doors
   */
  public static void register(
      JerseyEnvironment jersey, DomainProblems problems, StatementDoors doors) {
    problems.add(
        StatementException.class,
        Map.of(
            StatementException.NotFound.class, ProblemCode.PARTNER_STATEMENT_NOT_FOUND,
            StatementException.PeriodOpen.class, ProblemCode.PARTNER_STATEMENT_PERIOD_OPEN,
            StatementException.BadRange.class, ProblemCode.VALIDATION_FAILED));
    jersey.register(new StatementsOfPartnerResource(doors.partners(), doors.statements()));
    jersey.register(new PartnerStatementResource(doors.statements()));
    jersey.register(new PortalStatementResource(doors.statements()));
    jersey.register(new PartnerMetricsResource(doors.partners(), doors.metrics()));
    jersey.register(new PortalMetricsResource(doors.metrics()));
  }

  /**
   * Plans the work.
   *
   * @param jobs where work is planned
   * @param doors the doors
   * @param tenants goes from one to the next
   */
  public static void work(Jobs jobs, StatementDoors doors, EachTenant tenants) {
    jobs.addRecurring(new StatementWorker(tenants, doors.statements()).task());
  }
}
