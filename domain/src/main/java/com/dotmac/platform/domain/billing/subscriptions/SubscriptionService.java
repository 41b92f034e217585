package com.dotmac.platform.domain.billing.subscriptions;

import com.dotmac.platform.domain.billing.catalog.Plan;
import com.dotmac.platform.domain.billing.catalog.PlanPrice;
import com.dotmac.platform.domain.billing.catalog.PlanService;
import com.dotmac.platform.domain.billing.events.EventType;
import com.dotmac.platform.domain.customers.Customer;
import com.dotmac.platform.domain.customers.CustomerService;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.shared.VersionConflictException;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/**
 * The door to subscriptions. Each verb locks the subscription before anything else, and writes its
 * audit row and its fact; none opens a transaction.
 */
public final class SubscriptionService {

  private final SubscriptionRepository subscriptions;
  private final CustomerService customers;
  private final PlanService plans;
  private final SubscriptionPeriods periods;
  private final PlanChange change;
  private final SubscriptionRecord record;
  private final SubscriptionDispatch dispatch;

  /**
   * A door for the sessions of one database.
   *
   * @param parts what it stands on
   */
  public SubscriptionService(SubscriptionParts parts) {
    subscriptions = new SubscriptionRepository(parts.sessions());
    customers = parts.customers();
    plans = parts.plans();
    dispatch = parts.dispatch();
    SubscriptionBilling billing =
        new SubscriptionBilling(subscriptions, parts.pricing(), parts.invoices(), parts.tenants());
    periods = new SubscriptionPeriods(plans, billing);
    change =
        new PlanChange(
            plans,
            billing,
            new SubscriptionCredit(subscriptions, parts.settlement(), parts.notes()));
    record = new SubscriptionRecord(subscriptions, parts.events(), parts.audit());
  }

  /**
   * Subscribes a customer, from the instant of the call on: tried first if the plan has a trial,
   * else billed at once for the first period.
   *
   * @throws com.dotmac.platform.domain.customers.CustomerException if there is no such customer, or
   *     he is archived
   * @throws com.dotmac.platform.domain.billing.catalog.PlanException if there is no such plan, or
   *     it is archived
   * @throws com.dotmac.platform.domain.billing.catalog.ProductException if its product is archived
   * @throws SubscriptionException.OtherCurrency if the customer is billed in another currency
   */
  public Subscription create(CallContext context, SubscriptionOrder order) {
    TenantScope scope = context.scope();
    Customer customer = customers.getOpen(scope, order.customerId());
    Plan plan = plans.getOpen(scope, order.planId());
    Currency wanted = customer.details().billing().currency();
    if (wanted != null && !wanted.equals(plan.pricing().unitAmount().currency())) {
      throw new SubscriptionException.OtherCurrency(wanted);
    }
    int trialDays = plan.details().trialDays();
    Subscription subscription =
        trialDays > 0
            ? new Subscription(
                context,
                order,
                SubscriptionStatus.TRIALING,
                periods.trial(scope, context.at(), trialDays))
            : new Subscription(
                context,
                order,
                SubscriptionStatus.ACTIVE,
                periods.of(scope, plan, context.at(), 0));
    if (subscription.status() == SubscriptionStatus.TRIALING) {
      subscriptions.add(scope, subscription);
    } else {
      PlanPrice price = periods.enter(context, subscription, plan, context.at(), 0);
      subscriptions.add(scope, subscription);
      periods.bill(context, subscription, price);
    }
    record.created(context, subscription);
    dispatch.dispatch(scope, subscription.id(), subscription.period().to());
    return subscription;
  }

  /**
   * The subscription with an identifier.
   *
   * @throws SubscriptionException.NotFound if the tenant has none
   */
  public Subscription get(TenantScope scope, UUID id) {
    return subscriptions.find(scope, id).orElseThrow(SubscriptionException.NotFound::new);
  }

  /** A page of subscriptions, newest first. */
  public Page<Subscription> list(TenantScope scope, SubscriptionFilter filter, PageRequest page) {
    return subscriptions.list(scope, filter, page);
  }

  /**
   * A page of the invoices that were made for a subscription, newest first.
   *
   * @throws SubscriptionException.NotFound if the tenant has no such subscription
   */
  public Page<SubscriptionCharge> charges(TenantScope scope, UUID id, PageRequest page) {
    return subscriptions.charges(scope, get(scope, id).id(), page);
  }

  /**
   * Changes the plan: now, with the difference settled, or from the end of the period on. The
   * present plan from the end of the period on takes back what was planned.
   *
   * @param expectedVersion version that the caller has read
   * @param planId the new plan
   * @throws SubscriptionException.NotFound if the tenant has none
   * @throws SubscriptionException.PlanNotChangeable if it will not be billed again
   * @throws SubscriptionException.PeriodOver if its period is over and it waits to be billed
   * @throws SubscriptionException.OtherCurrency if the plan is in another currency
   * @throws SubscriptionException.NothingToGiveBack if the invoices of the period were credited
   * @throws com.dotmac.platform.domain.billing.catalog.PlanException if there is no such plan, or
   *     it is archived
   * @throws VersionConflictException if it was changed meanwhile
   */
  public Subscription changePlan(
      CallContext context, UUID id, int expectedVersion, UUID planId, ChangeTime when) {
    TenantScope scope = context.scope();
    Subscription subscription = getForChange(scope, id, expectedVersion);
    refuseUnlessBilledAgain(subscription);
    refuseIfOver(subscription, context.at());
    if (planId.equals(subscription.planId())
        && (when == ChangeTime.NOW || subscription.nextPlanId() == null)) {
      return subscription;
    }
    Plan plan = plans.get(scope, planId);
    if (!planId.equals(subscription.planId())) {
      plans.getOpen(scope, planId);
    }
    Currency wanted = plans.get(scope, subscription.planId()).pricing().unitAmount().currency();
    if (!plan.pricing().unitAmount().currency().equals(wanted)) {
      throw new SubscriptionException.OtherCurrency(wanted);
    }
    if (when == ChangeTime.PERIOD_END) {
      UUID next = planId.equals(subscription.planId()) ? null : planId;
      return record.change(
          context,
          subscription,
          List.of(EventType.SUBSCRIPTION_PLAN_CHANGED),
          () -> subscription.plan(next, context.at()));
    }
    return record.change(
        context,
        subscription,
        List.of(EventType.SUBSCRIPTION_PLAN_CHANGED),
        () -> changeNow(context, subscription, plan));
  }

  /**
   * Cancels: now, which ends it and gives nothing back, or with the end of its period.
   *
   * @param expectedVersion version that the caller has read
   * @throws SubscriptionException.NotFound if the tenant has none
   * @throws SubscriptionException.StepNotAllowed if it has ended, or is canceled already
   * @throws VersionConflictException if it was changed meanwhile
   */
  public Subscription cancel(CallContext context, UUID id, int expectedVersion, ChangeTime when) {
    Subscription subscription = getForChange(context.scope(), id, expectedVersion);
    return when == ChangeTime.NOW
        ? record.step(
            context,
            subscription,
            SubscriptionStatus.ENDED,
            EventType.SUBSCRIPTION_CANCELED,
            EventType.SUBSCRIPTION_ENDED)
        : record.step(
            context,
            subscription,
            SubscriptionStatus.CANCELED,
            EventType.SUBSCRIPTION_CANCEL_SCHEDULED);
  }

  /**
   * Takes a cancellation back, until the period ends.
   *
   * @param expectedVersion version that the caller has read
   * @throws SubscriptionException.NotFound if the tenant has none
   * @throws SubscriptionException.StepNotAllowed if it is not canceled
   * @throws SubscriptionException.PeriodOver if its period is over
   * @throws VersionConflictException if it was changed meanwhile
   */
  public Subscription reactivate(CallContext context, UUID id, int expectedVersion) {
    Subscription subscription = getForChange(context.scope(), id, expectedVersion);
    if (subscription.status() != SubscriptionStatus.CANCELED) {
      throw new SubscriptionException.StepNotAllowed(
          subscription.status(), SubscriptionStatus.ACTIVE);
    }
    refuseIfOver(subscription, context.at());
    return record.step(
        context,
        subscription,
        subscription.isTrial() ? SubscriptionStatus.TRIALING : SubscriptionStatus.ACTIVE,
        EventType.SUBSCRIPTION_REACTIVATED);
  }

  /**
   * Stops billing until it is resumed. The period that was paid runs on.
   *
   * @param expectedVersion version that the caller has read
   * @throws SubscriptionException.NotFound if the tenant has none
   * @throws SubscriptionException.StepNotAllowed unless it is active
   * @throws VersionConflictException if it was changed meanwhile
   */
  public Subscription pause(CallContext context, UUID id, int expectedVersion) {
    return record.step(
        context,
        getForChange(context.scope(), id, expectedVersion),
        SubscriptionStatus.PAUSED,
        EventType.SUBSCRIPTION_PAUSED);
  }

  /**
   * Goes on billing: from the end of the period on if that still runs, else at once, for a period
   * that begins now. The time between is not billed.
   *
   * @param expectedVersion version that the caller has read
   * @throws SubscriptionException.NotFound if the tenant has none
   * @throws SubscriptionException.StepNotAllowed unless it is paused
   * @throws com.dotmac.platform.domain.customers.CustomerException.Archived if a period would begin
   *     for a customer who is archived
   * @throws VersionConflictException if it was changed meanwhile
   */
  public Subscription resume(CallContext context, UUID id, int expectedVersion) {
    TenantScope scope = context.scope();
    Subscription subscription = getForChange(scope, id, expectedVersion);
    if (subscription.status() != SubscriptionStatus.PAUSED) {
      throw new SubscriptionException.StepNotAllowed(
          subscription.status(), SubscriptionStatus.ACTIVE);
    }
    return record.change(
        context,
        subscription,
        List.of(EventType.SUBSCRIPTION_RESUMED),
        () -> {
          if (!context.at().isBefore(subscription.period().to())) {
            periods.begin(
                context, subscription, periods.nextPlan(scope, subscription), context.at(), 0);
            dispatch.dispatch(scope, id, subscription.period().to());
          }
          subscription.become(SubscriptionStatus.ACTIVE, context.at());
        });
  }

  private void changeNow(CallContext context, Subscription subscription, Plan plan) {
    if (subscription.isTrial()) {
      subscription.swap(plan.id(), null, context.at());
      return;
    }
    Instant end = subscription.period().to();
    change.within(context, subscription, plan);
    if (!subscription.period().to().equals(end)) {
      dispatch.dispatch(context.scope(), subscription.id(), subscription.period().to());
    }
  }

  private Subscription getForChange(TenantScope scope, UUID id, int expectedVersion) {
    Subscription subscription =
        subscriptions.findForChange(scope, id).orElseThrow(SubscriptionException.NotFound::new);
    VersionConflictException.refuseUnlessEqual(expectedVersion, subscription.version());
    return subscription;
  }

  private static void refuseIfOver(Subscription subscription, Instant at) {
    if (!at.isBefore(subscription.period().to())) {
      throw new SubscriptionException.PeriodOver();
    }
  }

  private static void refuseUnlessBilledAgain(Subscription subscription) {
    switch (subscription.status()) {
      case TRIALING, ACTIVE, PAST_DUE -> {}
      case PAUSED, CANCELED, ENDED ->
          throw new SubscriptionException.PlanNotChangeable(subscription.status());
    }
  }
}
