package com.dotmac.platform.domain.billing.subscriptions;

import com.dotmac.platform.domain.billing.catalog.Plan;
import com.dotmac.platform.domain.billing.catalog.PlanPrice;
import com.dotmac.platform.domain.billing.catalog.PlanService;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import java.time.Instant;
import java.util.UUID;

/** Begins periods of subscriptions, each with its invoice. */
final class SubscriptionPeriods {

  private final PlanService plans;
  private final SubscriptionBilling billing;

  SubscriptionPeriods(PlanService plans, SubscriptionBilling billing) {
    this.plans = plans;
    this.billing = billing;
  }

  /** Begins a period and bills it, in advance; a trial is over with that. */
  void begin(
      CallContext context, Subscription subscription, Plan plan, Instant anchor, int number) {
    PlanPrice price = enter(context, subscription, plan, anchor, number);
    bill(context, subscription, price);
  }

  /** Brings a subscription into a period, which is priced and yet to be billed. */
  PlanPrice enter(
      CallContext context, Subscription subscription, Plan plan, Instant anchor, int number) {
    Period period = of(context.scope(), plan, anchor, number);
    PlanPrice price = billing.price(context.scope(), subscription, plan.id(), period);
    if (subscription.status() == SubscriptionStatus.TRIALING) {
      subscription.become(SubscriptionStatus.ACTIVE, context.at());
    }
    subscription.begin(plan.id(), anchor, number, period, PeriodTerms.of(price.terms()));
    subscription.touch(context.at());
    return price;
  }

  /** Bills the period that a subscription is in. */
  void bill(CallContext context, Subscription subscription, PlanPrice price) {
    billing.chargePeriod(context, subscription, price, subscription.period());
  }

  /** The period of a plan with this number, from 0. */
  Period of(TenantScope scope, Plan plan, Instant anchor, int number) {
    return Period.of(anchor, plan.pricing().cycle(), number, billing.zone(scope));
  }

  /** Whole days of the calendar, to the same time of day. */
  Period trial(TenantScope scope, Instant at, int days) {
    return new Period(at, at.atZone(billing.zone(scope)).plusDays(days).toInstant());
  }

  /** What the next period will be billed by. */
  Plan nextPlan(TenantScope scope, Subscription subscription) {
    UUID next = subscription.nextPlanId();
    return plans.get(scope, next == null ? subscription.planId() : next);
  }
}
