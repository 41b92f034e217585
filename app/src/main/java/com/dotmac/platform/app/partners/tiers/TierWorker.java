package com.dotmac.platform.app.partners.tiers;

import com.dotmac.platform.app.jobs.EachTenant;
import com.dotmac.platform.domain.partners.tiers.TierService;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;

/**
 * Moves partners to where their numbers belong, every hour: so the night of every tenant is soon
 * over, wherever he is. Whoever was moved belongs where he stands, and is left alone.
 *
 * @param tenants goes from one to the next
 * @param tiers the door
 */
record TierWorker(EachTenant tenants, TierService tiers) {

  /** Partners of one transaction, so that none holds its rows for long. */
  private static final int AT_ONCE = 500;

  /** The work, which one instance does at a time. */
  RecurringTask<Void> task() {
    return tenants.task(
        "partner-tiers",
        "0 10 * * * *",
        context ->
            tiers.isAutomatic(context.scope()) && tiers.apply(context, AT_ONCE).size() == AT_ONCE);
  }
}
