package com.dotmac.platform.app.billing.invoices;

import com.dotmac.platform.app.jobs.EachTenant;
import com.dotmac.platform.domain.billing.invoices.OverdueService;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;

/**
 * Makes invoices overdue once their day is over in the zone of their tenant. Looks every quarter of
 * an hour, for midnight is then somewhere on earth: zones differ from each other by quarters of an
 * hour.
 *
 * @param tenants goes from one to the next
 * @param overdue the door
 */
record OverdueWorker(EachTenant tenants, OverdueService overdue) {

  /** Invoices of one transaction, so that none holds its rows for long. */
  private static final int AT_ONCE = 200;

  /** The work, which one instance does at a time. */
  RecurringTask<Void> task() {
    return tenants.task(
        "overdue-invoices",
        "0 */15 * * * *",
        context -> overdue.makeOverdue(context, AT_ONCE) == AT_ONCE);
  }
}
