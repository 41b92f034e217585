package com.dotmac.platform.app.partners.tiers;

import com.dotmac.platform.app.http.DomainProblems;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.jobs.EachTenant;
import com.dotmac.platform.app.jobs.Jobs;
import com.dotmac.platform.domain.partners.PartnerService;
import com.dotmac.platform.domain.partners.tiers.TierProgramException;
import com.dotmac.platform.domain.partners.tiers.TierProgramService;
import com.dotmac.platform.domain.partners.tiers.TierService;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.Map;

/** Puts tiers of partners on the wire, and has partners moved. */
public final class TiersEndpoints {

  private TiersEndpoints() {}

  /**
   * Registers the part.
   *
   * @param jersey where resources go
   * @param problems where refusals go
   * @param sessions sessions of the database
   * @param tenants knows the zone
   * @param audit where acts are recorded
   */
  public static void register(
      JerseyEnvironment jersey,
      DomainProblems problems,
      TenantSessions sessions,
      TenantService tenants,
      AuditTrail audit) {
    problems.add(
        TierProgramException.class,
        Map.of(TierProgramException.Wrong.class, ProblemCode.VALIDATION_FAILED));
    jersey.register(
        new PartnerTierResource(
            new TierProgramService(sessions, tenants, audit),
            new TierService(sessions, tenants, audit)));
    jersey.register(new TierMoveResource(new PartnerService(sessions, audit)));
  }

  /**
   * Plans the work.
   *
   * @param jobs where work is planned
   * @param sessions sessions of the database
   * @param tenants whom there is
   * @param audit where acts are recorded
   * @param each goes from one tenant to the next
   */
  public static void work(
      Jobs jobs,
      TenantSessions sessions,
      TenantService tenants,
      AuditTrail audit,
      EachTenant each) {
    jobs.addRecurring(new TierWorker(each, new TierService(sessions, tenants, audit)).task());
  }
}
