package com.dotmac.platform.app.tenancy;

import com.dotmac.platform.app.http.DomainProblems;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.tenancy.TenantException;
import com.dotmac.platform.domain.tenancy.TenantService;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.Map;

/** Puts tenants on the wire. */
public final class TenantsEndpoints {

  private TenantsEndpoints() {}

  /**
   * Registers the feature.
   *
   * @param jersey where resources go
   * @param problems where refusals go
   * @param tenants the door to tenants
   * @param unitsOfWork goes over to another tenant within a transaction
   */
  public static void register(
      JerseyEnvironment jersey,
      DomainProblems problems,
      TenantService tenants,
      UnitsOfWork unitsOfWork) {
    problems.add(
        TenantException.class,
        Map.ofEntries(
            Map.entry(TenantException.NotFound.class, ProblemCode.TENANT_NOT_FOUND),
            Map.entry(TenantException.NotThePlatform.class, ProblemCode.PERMISSION_DENIED),
            Map.entry(TenantException.SlugTaken.class, ProblemCode.TENANT_SLUG_TAKEN),
            Map.entry(TenantException.StepNotAllowed.class, ProblemCode.TENANT_STEP_NOT_ALLOWED),
            Map.entry(TenantException.PlatformStays.class, ProblemCode.TENANT_IS_PLATFORM),
            Map.entry(TenantException.PlatformTaken.class, ProblemCode.TENANT_IS_PLATFORM),
            Map.entry(TenantException.ReasonMissing.class, ProblemCode.VALIDATION_FAILED),
            Map.entry(TenantException.InvalidSlug.class, ProblemCode.VALIDATION_FAILED),
            Map.entry(TenantException.InvalidName.class, ProblemCode.VALIDATION_FAILED),
            Map.entry(TenantException.InvalidTimeZone.class, ProblemCode.VALIDATION_FAILED)));
    jersey.register(new TenantResource(tenants, unitsOfWork));
    jersey.register(new OwnTenantResource(tenants));
  }
}
