package com.dotmac.platform.domain.billing.subscriptions;

import com.dotmac.platform.domain.billing.events.BillingEvent;
import com.dotmac.platform.domain.billing.events.EventConsumer;
import com.dotmac.platform.domain.tenancy.CallContext;

/**
 * Has subscriptions follow their invoices, which know nothing of them: past due while one is
 * overdue.
 *
 * @param renewals the door
 */
public record InvoiceFollower(RenewalService renewals) implements EventConsumer {

  /** Name among those who are told facts. */
  public static final String NAME = "subscriptions";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void consume(CallContext context, BillingEvent event) {
    switch (event.type()) {
      case INVOICE_OVERDUE, INVOICE_PAID, INVOICE_REOPENED, INVOICE_VOIDED, INVOICE_UNCOLLECTIBLE ->
          renewals.followInvoice(context, event.aggregateId());
      default -> {
        // Whatever else happens changes nothing about who owes for too long.
      }
    }
  }
}
