package com.dotmac.platform.domain.partners.commissions;

import com.dotmac.platform.domain.billing.events.BillingEvent;
import com.dotmac.platform.domain.billing.events.EventConsumer;
import com.dotmac.platform.domain.tenancy.CallContext;
import java.util.List;

/**
 * Has commissions follow the facts of billing as they are told.
 *
 * @param accrual the door
 */
public record CommissionFollower(CommissionAccrual accrual) implements EventConsumer {

  /** Name among those who are told facts. */
  public static final String NAME = "commissions";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void consume(CallContext context, BillingEvent event) {
    accrual.take(context, List.of(event));
  }

  @Override
  public void consumeAll(CallContext context, List<BillingEvent> events) {
    accrual.take(context, events);
  }
}
