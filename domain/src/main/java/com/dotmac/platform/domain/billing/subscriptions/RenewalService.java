package com.dotmac.platform.domain.billing.subscriptions;

import com.dotmac.platform.domain.billing.catalog.Plan;
import com.dotmac.platform.domain.billing.catalog.PlanService;
import com.dotmac.platform.domain.billing.events.EventType;
import com.dotmac.platform.domain.billing.invoices.InvoiceService;
import com.dotmac.platform.domain.billing.invoices.InvoiceStatus;
import com.dotmac.platform.domain.customers.CustomerService;
import com.dotmac.platform.domain.customers.CustomerStatus;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The door to what happens to subscriptions without anybody asking: their periods end, and their
 * invoices are paid or not. Each verb can be asked any number of times, by any number at once, and
 * does what is to be done once; none opens a transaction.
 */
public final class RenewalService {

  private final SubscriptionRepository subscriptions;
  private final CustomerService customers;
  private final PlanService plans;
  private final InvoiceService invoices;
  private final SubscriptionPeriods periods;
  private final SubscriptionRecord record;
  private final SubscriptionDispatch dispatch;

  /**
   * A door for the sessions of one database.
   *
   * @param parts what it stands on
   */
  public RenewalService(SubscriptionParts parts) {
    subscriptions = new SubscriptionRepository(parts.sessions());
    customers = parts.customers();
    plans = parts.plans();
    invoices = parts.invoices();
    periods =
        new SubscriptionPeriods(
            plans,
            new SubscriptionBilling(
                subscriptions, parts.pricing(), parts.invoices(), parts.tenants()));
    record = new SubscriptionRecord(subscriptions, parts.events(), parts.audit());
    dispatch = parts.dispatch();
  }

  /**
   * Does what is to be done when a period ends: begins the next one and bills it, or ends what was
   * canceled or whose customer is archived. Does nothing when that was done already, so it may be
   * asked any number of times, by any number at once.
   *
   * @param periodEnd end of the period
   */
  public void endPeriod(CallContext context, UUID id, Instant periodEnd) {
    TenantScope scope = context.scope();
    subscriptions
        .findForChange(scope, id)
        .filter(subscription -> subscription.period().to().equals(periodEnd))
        .filter(subscription -> !context.at().isBefore(periodEnd))
        .ifPresent(subscription -> endPeriod(context, subscription));
  }

  private void endPeriod(CallContext context, Subscription subscription) {
    switch (subscription.status()) {
      case ENDED, PAUSED -> {}
      case CANCELED ->
          record.step(
              context, subscription, SubscriptionStatus.ENDED, EventType.SUBSCRIPTION_ENDED);
      case TRIALING, ACTIVE, PAST_DUE -> {
        if (isArchived(context.scope(), subscription)) {
          record.step(
              context.because("The customer is archived."),
              subscription,
              SubscriptionStatus.ENDED,
              EventType.SUBSCRIPTION_ENDED);
        } else {
          renew(context, subscription);
        }
      }
    }
  }

  /**
   * Brings a subscription into the state that its invoices ask for: past due while one of them is
   * overdue, active when none is any more. Does nothing for an invoice of no subscription.
   *
   * @param invoiceId the invoice that changed
   */
  public void followInvoice(CallContext context, UUID invoiceId) {
    TenantScope scope = context.scope();
    subscriptions
        .findByInvoice(scope, invoiceId)
        .flatMap(id -> subscriptions.findForChange(scope, id))
        .ifPresent(subscription -> follow(context, subscription));
  }

  private void follow(CallContext context, Subscription subscription) {
    boolean overdue = isAnyOverdue(context.scope(), subscription);
    if (overdue && subscription.status() == SubscriptionStatus.ACTIVE) {
      record.step(
          context, subscription, SubscriptionStatus.PAST_DUE, EventType.SUBSCRIPTION_PAST_DUE);
    } else if (!overdue && subscription.status() == SubscriptionStatus.PAST_DUE) {
      record.step(
          context, subscription, SubscriptionStatus.ACTIVE, EventType.SUBSCRIPTION_ACTIVATED);
    }
  }

  private void renew(CallContext context, Subscription subscription) {
    TenantScope scope = context.scope();
    Plan old = plans.get(scope, subscription.planId());
    Plan plan = periods.nextPlan(scope, subscription);
    Instant end = subscription.period().to();
    boolean wasTrial = subscription.isTrial();
    boolean fromAnchor = !wasTrial && plan.pricing().cycle() == old.pricing().cycle();
    List<EventType> facts = new ArrayList<>();
    if (!plan.id().equals(old.id())) {
      facts.add(EventType.SUBSCRIPTION_PLAN_CHANGED);
    }
    facts.add(wasTrial ? EventType.SUBSCRIPTION_ACTIVATED : EventType.SUBSCRIPTION_RENEWED);
    record.change(
        context,
        subscription,
        facts,
        () ->
            periods.begin(
                context,
                subscription,
                plan,
                fromAnchor ? subscription.anchor() : end,
                fromAnchor ? subscription.periodNumber() + 1 : 0));
    dispatch.dispatch(scope, subscription.id(), subscription.period().to());
  }

  private boolean isArchived(TenantScope scope, Subscription subscription) {
    return customers.get(scope, subscription.customerId()).status() == CustomerStatus.ARCHIVED;
  }

  private boolean isAnyOverdue(TenantScope scope, Subscription subscription) {
    return subscriptions.charges(scope, subscription.id()).stream()
        .map(charge -> invoices.get(scope, charge.invoiceId()))
        .anyMatch(invoice -> invoice.status() == InvoiceStatus.OVERDUE);
  }
}
