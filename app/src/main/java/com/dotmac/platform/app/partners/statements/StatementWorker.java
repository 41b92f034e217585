package com.dotmac.platform.app.partners.statements;

import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.partners.statements.StatementService;
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
 * Closes the months of all tenants once they are over, each in a transaction of its own, those that
 * were missed included. Looks every half hour, for there are zones whose days begin at a half.
 *
 * @param tenants whom there is
 * @param statements the door
 * @param unitsOfWork where its verb runs
 * @param clock tells the instant
 */
record StatementWorker(
    TenantService tenants, StatementService statements, UnitsOfWork unitsOfWork, Clock clock) {

  private static final String NAME = "partner-statements";
  private static final Logger LOGGER = LoggerFactory.getLogger(StatementWorker.class);

  /** The work, which one instance does at a time. */
  RecurringTask<Void> task() {
    return Tasks.recurring(NAME, new CronSchedule("0 5,35 * * * *", ZoneOffset.UTC))
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
        LOGGER.error("Months of the tenant {} were not closed", tenant.id(), e);
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private void work(TenantScope scope) {
    boolean more = true;
    while (more) {
      CallContext context = new CallContext(scope, Actor.system(NAME), clock.instant(), null, null);
      more = unitsOfWork.in(scope, () -> statements.closeNext(context)).isPresent();
    }
  }
}
