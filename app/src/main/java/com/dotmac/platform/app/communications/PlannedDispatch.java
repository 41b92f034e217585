package com.dotmac.platform.app.communications;

import com.dotmac.platform.app.jobs.Jobs;
import com.dotmac.platform.domain.communications.MessageDispatch;
import com.dotmac.platform.domain.tenancy.TenantScope;
import java.time.Instant;
import java.util.UUID;

/**
 * Plans the sending of a message in the transaction that wrote it.
 *
 * @param jobs where work is planned
 */
public record PlannedDispatch(Jobs jobs) implements MessageDispatch {

  @Override
  public void dispatch(TenantScope scope, UUID messageId, Instant at) {
    jobs.plan(MessageJob.KIND, new MessageJob(scope.tenantId(), messageId), at);
  }
}
