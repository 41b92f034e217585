package com.dotmac.platform.app.jobs;

import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.tenancy.Actor;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Recurring work that is done for one tenant after the other, in transactions of their own. The
 * failure of one tenant does not keep it from the next; the work has failed then all the same.
 *
 * @param tenants whom there is
 * @param unitsOfWork where the work of a tenant is done
 * @param clock tells the instant
 */
public record EachTenant(TenantService tenants, UnitsOfWork unitsOfWork, Clock clock) {

  private static final Logger LOGGER = LoggerFactory.getLogger(EachTenant.class);

  /**
   * The work, which one instance does at a time.
   *
   * @param name of the work; acts are recorded in its name
   * @param cron when, in UTC
   * @param step does a part of the work of a tenant in a transaction, and says whether there may be
   *     more
   */
  public RecurringTask<Void> task(String name, String cron, Predicate<CallContext> step) {
    return Tasks.recurring(name, new CronSchedule(cron, ZoneOffset.UTC))
        .execute((piece, context) -> goThroughAll(name, step));
  }

  private void goThroughAll(String name, Predicate<CallContext> step) {
    List<UUID> all =
        unitsOfWork.inNone(() -> tenants.all().stream().map(tenant -> tenant.id()).toList());
    RuntimeException failure = null;
    for (UUID tenant : all) {
      try {
        work(name, new TenantScope(tenant), step);
      } catch (RuntimeException e) {
        LOGGER.error("{} failed for the tenant {}", name, tenant, e);
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private void work(String name, TenantScope scope, Predicate<CallContext> step) {
    boolean more = true;
    while (more) {
      CallContext context = new CallContext(scope, Actor.system(name), clock.instant(), null, null);
      more = unitsOfWork.in(scope, () -> step.test(context));
    }
  }
}
