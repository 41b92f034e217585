package com.dotmac.platform.app.partners.statements;

import com.dotmac.platform.app.jobs.EachTenant;
import com.dotmac.platform.domain.partners.statements.StatementService;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;

/**
 * Closes the months of all tenants once they are over, each in a transaction of its own, those that
 * were missed included. Looks every half hour, for there are zones whose days begin at a half.
 *
 * @param tenants goes from one to the next
 * @param statements the door
 */
record StatementWorker(EachTenant tenants, StatementService statements) {

  /** The work, which one instance does at a time. */
  RecurringTask<Void> task() {
    return tenants.task(
        "partner-statements",
        "0 5,35 * * * *",
        context -> statements.closeNext(context).isPresent());
  }
}
