package com.dotmac.platform.app.partners.commissions;

import com.dotmac.platform.app.jobs.EachTenant;
import com.dotmac.platform.domain.partners.commissions.CommissionRelease;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;

/**
 * Approves what partners earned once its hold is over, every five minutes.
 *
 * @param tenants goes from one to the next
 * @param release the door
 */
record ReleaseWorker(EachTenant tenants, CommissionRelease release) {

  /** Lines of one transaction, so that none holds its rows for long. */
  private static final int AT_ONCE = 500;

  /** The work, which one instance does at a time. */
  RecurringTask<Void> task() {
    return tenants.task(
        "commission-release",
        "0 */5 * * * *",
        context -> release.release(context, AT_ONCE) == AT_ONCE);
  }
}
