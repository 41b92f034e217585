package com.dotmac.platform.app.partners.exports;

import com.dotmac.platform.app.jobs.Jobs;
import com.dotmac.platform.domain.partners.exports.ExportDispatch;
import com.dotmac.platform.domain.tenancy.TenantScope;
import java.time.Instant;
import java.util.UUID;

/**
 * Plans exports in the transaction of their cause.
 *
 * @param jobs where work is planned
 */
record PlannedExports(Jobs jobs) implements ExportDispatch {

  @Override
  public void make(TenantScope scope, UUID exportId, Instant at) {
    jobs.plan(ExportJob.KIND, new ExportJob(scope.tenantId(), exportId), at);
  }
}
