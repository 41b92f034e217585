package com.dotmac.platform.app.billing.events;

import com.dotmac.platform.app.jobs.Jobs;
import com.dotmac.platform.domain.billing.events.EventDispatch;
import com.dotmac.platform.domain.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;

/**
 * Plans the telling of facts in the transaction that recorded them, once for each consumer.
 *
 * @param jobs where work is planned
 * @param consumers names of the consumers
 */
public record PlannedTelling(Jobs jobs, List<String> consumers) implements EventDispatch {

  /** Takes a copy. */
  public PlannedTelling {
    consumers = List.copyOf(consumers);
  }

  @Override
  public void dispatch(TenantScope scope, Instant at) {
    for (String consumer : consumers) {
      jobs.plan(TellingJob.KIND, new TellingJob(scope.tenantId(), consumer), at);
    }
  }
}
