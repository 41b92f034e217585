package com.dotmac.platform.app.partners.exports;

import com.dotmac.platform.app.http.DomainProblems;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.jobs.Jobs;
import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.partners.PartnerService;
import com.dotmac.platform.domain.partners.exports.ExportException;
import com.dotmac.platform.domain.partners.exports.ExportMaking;
import com.dotmac.platform.domain.partners.exports.ExportService;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.time.Clock;
import java.util.Map;

/** Puts exports on the wire, and has them made. */
public final class ExportsEndpoints {

  private ExportsEndpoints() {}

  /**
   * Registers the feature.
   *
   * @param jersey where resources go
   * @param problems where refusals go
   * @param sessions sessions of the database
   * @param jobs where work is planned
   * @param audit where acts are recorded
   */
  public static void register(
      JerseyEnvironment jersey,
      DomainProblems problems,
      TenantSessions sessions,
      Jobs jobs,
      AuditTrail audit) {
    problems.add(
        ExportException.class,
        Map.of(
            ExportException.NotFound.class, ProblemCode.PARTNER_EXPORT_NOT_FOUND,
            ExportException.NoFile.class, ProblemCode.PARTNER_EXPORT_NO_FILE));
    jersey.register(
        new PartnerExportResource(
            new ExportService(
                sessions, new PartnerService(sessions, audit), new PlannedExports(jobs), audit)));
  }

  /**
   * Plans the work.
   *
   * @param jobs where work is planned
   * @param sessions sessions of the database
   * @param unitsOfWork where verbs run
   * @param audit where acts are recorded
   * @param clock tells the instant
   */
  public static void work(
      Jobs jobs, TenantSessions sessions, UnitsOfWork unitsOfWork, AuditTrail audit, Clock clock) {
    ExportMaking making = new ExportMaking(sessions, new ExportCsv(), audit);
    jobs.add(new ExportWorker(new ExportRun(making, unitsOfWork, clock), clock).task());
  }
}
