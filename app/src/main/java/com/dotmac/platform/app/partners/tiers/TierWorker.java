package com.dotmac.platform.app.partners.tiers;

import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.partners.tiers.TierService;
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
 * Moves partners to where their numbers belong, every hour: so the night of every tenant is soon
 * over, wherever he is. Whoever was moved belongs where he stands, and is left alone.
 *
 * @param tenants whom there is
 * @param tiers the door
 * @param unitsOfWork where its verbs run
 * @param clock tells the instant
 */
record TierWorker(TenantService tenants, TierService tiers, UnitsOfWork unitsOfWork, Clock clock) {

  /** Partners of one transaction, so that none holds its rows for long. */
  private static final int AT_ONCE = 500;

  private static final String NAME = "partner-tiers";
  private static final Logger LOGGER = LoggerFactory.getLogger(TierWorker.class);

  /** The work, which one instance does at a time. */
  RecurringTask<Void> task() {
    return Tasks.recurring(NAME, new CronSchedule("0 10 * * * *", ZoneOffset.UTC))
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
        LOGGER.error("Partners of the tenant {} were not moved to their tiers", tenant.id(), e);
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private void work(TenantScope scope) {
    int moved = unitsOfWork.in(scope, () -> tiers.isAutomatic(scope)) ? AT_ONCE : 0;
    while (moved == AT_ONCE) {
      CallContext context = new CallContext(scope, Actor.system(NAME), clock.instant(), null, null);
      moved = unitsOfWork.in(scope, () -> tiers.apply(context, AT_ONCE).size());
    }
  }
}
