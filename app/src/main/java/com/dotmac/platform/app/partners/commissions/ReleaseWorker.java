package com.dotmac.platform.app.partners.commissions;

import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.partners.commissions.CommissionRelease;
import com.dotmac.platform.domain.tenancy.Actor;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.Tenant;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Approves what partners earned once its hold is over, every five minutes.
 *
 * @param tenants whom there is
 * @param release the door
 * @param unitsOfWork where its verb runs
 * @param clock tells the instant
 */
record ReleaseWorker(
    TenantService tenants, CommissionRelease release, UnitsOfWork unitsOfWork, Clock clock) {

  /** Lines of one transaction, so that none holds its rows for long. */
  private static final int AT_ONCE = 500;

  private static final String NAME = "commission-release";
  private static final Logger LOGGER = LoggerFactory.getLogger(ReleaseWorker.class);

  /** The work, which one instance does at a time. */
  RecurringTask<Void> task() {
    return Tasks.recurring(NAME, new CronSchedule("0 */5 * * * *", ZoneOffset.UTC))
        .execute((piece, context) -> work());
  }

  /** Goes through all tenants; the failure of one does not keep it from the next. */
  private void work() {
    List<Tenant> all = unitsOfWork.inNone(tenants::all);
    RuntimeException failure = null;
    for (Tenant tenant : all) {
      try {
        work(new TenantScope(tenant.id()));
      } catch (RuntimeException e) {
        LOGGER.error("Commissions of the tenant {} were not approved", tenant.id(), e);
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private void work(TenantScope scope) {
    int approved = AT_ONCE;
    while (approved == AT_ONCE) {
      CallContext context = new CallContext(scope, Actor.system(NAME), clock.instant(), null, null);
      approved = unitsOfWork.in(scope, () -> release.release(context, AT_ONCE));
    }
  }
}
