package com.dotmac.platform.it.demo.data;

import com.dotmac.platform.app.billing.BillingDoors;
import com.dotmac.platform.app.billing.catalog.CatalogDoors;
import com.dotmac.platform.app.billing.events.PlannedTelling;
import com.dotmac.platform.app.billing.payments.PaymentDoors;
import com.dotmac.platform.app.billing.payments.PaymentSettings;
import com.dotmac.platform.app.billing.subscriptions.PlannedRenewal;
import com.dotmac.platform.app.billing.subscriptions.SubscriptionDoors;
import com.dotmac.platform.app.jobs.Jobs;
import com.dotmac.platform.domain.billing.catalog.BillingCycle;
import com.dotmac.platform.domain.billing.catalog.Plan;
import com.dotmac.platform.domain.billing.catalog.PlanDetails;
import com.dotmac.platform.domain.billing.catalog.PlanPricing;
import com.dotmac.platform.domain.billing.catalog.Product;
import com.dotmac.platform.domain.billing.catalog.ProductDetails;
import com.dotmac.platform.domain.billing.subscriptions.InvoiceFollower;
import com.dotmac.platform.domain.billing.subscriptions.SubscriptionDispatch;
import com.dotmac.platform.domain.billing.subscriptions.SubscriptionOrder;
import com.dotmac.platform.domain.billing.subscriptions.SubscriptionParts;
import com.dotmac.platform.domain.partners.commissions.CommissionFollower;
import com.dotmac.platform.domain.tenancy.Actor;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A third of the customers subscribe. Their periods end and are billed as in life, up to today;
 * what ends later is planned for the platform to do.
 */
final class Selling {
  private static final int BEFORE_THE_FIRST_CUSTOMER = 410;
  private static final List<Integer> PRICES = List.of(49, 129, 380);
  private static final List<String> NAMES = List.of("Starter", "Team", "Business");
  private static final BigDecimal TAX = new BigDecimal("0.19");

  private final Story story;
  private final Office office;
  private final Calendar calendar;
  private final Timeline timeline;
  private final Instant now;
  private final Jobs jobs;
  private final CatalogDoors catalog;
  private final BillingDoors billing;
  private final SubscriptionDoors subscriptions;
  private final PaymentDoors payments;
  private final Settling settling;
  private final List<UUID> plans = new ArrayList<>();

  Selling(
      Story story, Office office, Calendar calendar, Timeline timeline, Instant now, Jobs jobs) {
    this.story = story;
    this.office = office;
    this.calendar = calendar;
    this.timeline = timeline;
    this.now = now;
    this.jobs = jobs;
    catalog = CatalogDoors.of(office.sessions, office.customers, office.audit);
    billing =
        BillingDoors.of(
            office.sessions,
            office.tenants,
            office.customers,
            catalog,
            new PlannedTelling(jobs, List.of(InvoiceFollower.NAME, CommissionFollower.NAME)),
            office.audit);
    subscriptions =
        SubscriptionDoors.of(
            new SubscriptionParts(
                office.sessions,
                office.tenants,
                office.customers,
                catalog.plans(),
                catalog.pricing(),
                billing.invoices(),
                billing.settlement(),
                billing.creditNotes(),
                billing.events(),
                renewals(),
                office.audit));
    payments =
        PaymentDoors.of(
            office.sessions,
            office.customers,
            billing.settlement(),
            new PaymentSettings(),
            jobs,
            billing.events(),
            office.audit);
    settling = new Settling(office, calendar, timeline, billing, payments);
  }

  /** Plans what is sold. */
  void plan() {
    timeline.at(calendar.daysAgo(BEFORE_THE_FIRST_CUSTOMER), this::stock);
  }

  /** Some customers subscribe, a few days after they came. */
  void meet(int order, UUID customerId, Instant at) {
    if (order % 3 == 0) {
      timeline.at(
          calendar.daysAfter(at, 2 + order % 5), then -> subscribe(order, customerId, then));
    }
  }

  /** How many invoices there are. */
  int invoices() {
    return settling.invoices();
  }

  /** What customers owe. */
  BillingDoors billing() {
    return billing;
  }

  /** What they pay. */
  PaymentDoors payments() {
    return payments;
  }

  private void stock(Instant at) {
    Product product =
        catalog
            .products()
            .create(office.act(at), "hosting", new ProductDetails("Hosting", null, TAX));
    for (int i = 0; i < PRICES.size(); i++) {
      Plan plan =
          catalog
              .plans()
              .create(
                  office.act(at),
                  new PlanPricing(
                      product.id(),
                      "hosting-" + NAMES.get(i).toLowerCase(Locale.ROOT),
                      story.price(PRICES.get(i)),
                      BillingCycle.MONTHLY),
                  new PlanDetails(NAMES.get(i), 0));
      plans.add(plan.id());
    }
  }

  private void subscribe(int order, UUID customerId, Instant at) {
    subscriptions
        .subscriptions()
        .create(
            office.act(at),
            new SubscriptionOrder(
                customerId,
                plans.get(order / 3 % plans.size()),
                BigDecimal.valueOf(1 + order % 4)));
    settling.lookFor(customerId, at);
  }

  private SubscriptionDispatch renewals() {
    PlannedRenewal later = new PlannedRenewal(jobs);
    return (scope, subscription, periodEnd) -> {
      if (periodEnd.isBefore(now)) {
        timeline.at(periodEnd, at -> renew(scope, subscription, at));
      } else {
        later.dispatch(scope, subscription, periodEnd);
      }
    };
  }

  private void renew(TenantScope scope, UUID subscription, Instant at) {
    subscriptions
        .renewals()
        .endPeriod(
            new CallContext(scope, Actor.system("subscriptions"), at, null, null),
            subscription,
            at);
    settling.lookFor(subscriptions.subscriptions().get(scope, subscription).customerId(), at);
  }
}
