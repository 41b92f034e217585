package com.dotmac.platform.domain.billing.subscriptions;

import com.dotmac.platform.domain.billing.catalog.BillingCycle;
import com.dotmac.platform.domain.billing.catalog.Plan;
import com.dotmac.platform.domain.billing.catalog.PlanPrice;
import com.dotmac.platform.domain.billing.catalog.PlanService;
import com.dotmac.platform.domain.billing.catalog.Quantity;
import com.dotmac.platform.domain.billing.invoices.LineDetails;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Changes the plan of a subscription within its period, and settles the difference: what is unused
 * of the old plan is given back, what is left of the period of the new one is charged.
 *
 * <p>A plan of the same cycle takes over the period. With one of another cycle a new period begins
 * at the change, which is charged whole.
 */
final class PlanChange {

  private final PlanService plans;
  private final SubscriptionBilling billing;

  private final SubscriptionCredit credit;

  PlanChange(PlanService plans, SubscriptionBilling billing, SubscriptionCredit credit) {
    this.plans = plans;
    this.billing = billing;
    this.credit = credit;
  }

  /**
   * Changes the plan now.
   *
   * @param subscription locked, in a period that has been charged and is not over
   * @param plan the new one, open
   * @throws SubscriptionException.NothingToGiveBack if more would be given back than is left of the
   *     invoices of the period
   */
  void within(CallContext context, Subscription subscription, Plan plan) {
    TenantScope scope = context.scope();
    Plan old = plans.get(scope, subscription.planId());
    Instant at = context.at();
    BillingCycle cycle = plan.pricing().cycle();
    Period present = subscription.period();
    boolean sameCycle = cycle == old.pricing().cycle();
    Period rest = new Period(at, present.to());
    Period next = sameCycle ? present : Period.of(at, cycle, 0, billing.zone(scope));

    PeriodTerms terms = Objects.requireNonNull(subscription.terms());
    PlanPrice oldPrice = billing.price(scope, subscription, old.id(), rest);
    LineDetails back =
        SubscriptionBilling.part(
            "Unused: " + billing.described(scope, oldPrice, rest),
            Proration.unused(whole(subscription, old), present, at).negated(),
            terms,
            oldPrice);
    PlanPrice price = billing.price(scope, subscription, plan.id(), rest);
    PeriodTerms newTerms = PeriodTerms.of(price.terms());
    Period charged = sameCycle ? rest : next;
    Money full = whole(subscription, plan);
    LineDetails forth =
        SubscriptionBilling.part(
            billing.described(scope, price, charged),
            sameCycle ? Proration.unused(full, present, at) : full,
            newTerms,
            price);
    Money difference = back.amounts().total().plus(forth.amounts().total());
    if (difference.isNegative()) {
      credit.giveBack(context, subscription, difference.negated());
    } else {
      billing.charge(context, subscription, ChargeKind.CHANGE, charged, List.of(back, forth));
    }
    if (sameCycle) {
      subscription.swap(plan.id(), newTerms, at);
    } else {
      subscription.begin(plan.id(), at, 0, next, newTerms);
      subscription.touch(at);
    }
  }

  /** The price of a whole period, before discount and tax. */
  private static Money whole(Subscription subscription, Plan plan) {
    return plan.pricing().unitAmount().times(Quantity.normalise(subscription.quantity()));
  }
}
