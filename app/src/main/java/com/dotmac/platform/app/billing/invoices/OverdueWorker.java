package com.dotmac.platform.app.billing.invoices;

import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.billing.invoices.OverdueService;
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
 * Makes invoices overdue once their day is over in the zone of their tenant. Looks every quarter of
 * an hour, for midnight is then somewhere on earth: zones differ from each other by quarters of an
 * hour.
 *
 * @param tenants whom there is
 * @param overdue the door
 * @param unitsOfWork where its verb runs
 * @param clock tells the instant
 */
record OverdueWorker(
    TenantService tenants, OverdueService overdue, UnitsOfWork unitsOfWork, Clock clock) {

  /** Invoices of one transaction, so that none holds its rows for long. */
  private static final int AT_ONCE = 200;

  private static final String NAME = "overdue-invoices";
  private static final Logger LOGGER = LoggerFactory.getLogger(OverdueWorker.class);

  /** The work, which one instance does at a time. */
  RecurringTask<Void> task() {
    return Tasks.recurring(NAME, new CronSchedule("0 */15 * * * *", ZoneOffset.UTC))
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
        LOGGER.error("Overdue invoices of the tenant {} were not found", tenant.id(), e);
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private void work(TenantScope scope) {
    int made = AT_ONCE;
    while (made == AT_ONCE) {
      CallContext context = new CallContext(scope, Actor.system(NAME), clock.instant(), null, null);
      made = unitsOfWork.in(scope, () -> overdue.makeOverdue(context, AT_ONCE));
    }
  }
}
