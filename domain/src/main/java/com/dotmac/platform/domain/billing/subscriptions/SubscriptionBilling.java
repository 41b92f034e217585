package com.dotmac.platform.domain.billing.subscriptions;

import com.dotmac.platform.domain.billing.catalog.PlanPrice;
import com.dotmac.platform.domain.billing.catalog.PricingService;
import com.dotmac.platform.domain.billing.invoices.Invoice;
import com.dotmac.platform.domain.billing.invoices.InvoiceDraft;
import com.dotmac.platform.domain.billing.invoices.InvoiceService;
import com.dotmac.platform.domain.billing.invoices.LineDetails;
import com.dotmac.platform.domain.billing.invoices.LineOrigin;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes finalised invoices for periods of subscriptions, and notes for what they are. */
final class SubscriptionBilling {

  private final SubscriptionRepository subscriptions;
  private final PricingService pricing;
  private final InvoiceService invoices;
  private final TenantService tenants;

  SubscriptionBilling(
      SubscriptionRepository subscriptions,
      PricingService pricing,
      InvoiceService invoices,
      TenantService tenants) {
    this.subscriptions = subscriptions;
    this.pricing = pricing;
    this.invoices = invoices;
    this.tenants = tenants;
  }

  /** The zone that decides the tenant's days and months. */
  ZoneId zone(TenantScope scope) {
    return tenants.get(scope).timeZone();
  }

  /** What a plan costs a subscription in a period that begins then. */
  PlanPrice price(TenantScope scope, Subscription subscription, UUID planId, Period period) {
    return pricing.priceOfPlan(
        scope, planId, subscription.customerId(), subscription.quantity(), period.from());
  }

  /** Bills a whole period of a plan, in advance. */
  Invoice chargePeriod(
      CallContext context, Subscription subscription, PlanPrice price, Period period) {
    LineDetails line =
        new LineDetails(
            described(context.scope(), price, period),
            subscription.quantity(),
            price.unitAmount(),
            rateOrNone(price.terms().discountRate()),
            null,
            price.terms().taxRate(),
            origin(price));
    return charge(context, subscription, ChargeKind.PERIOD, period, List.of(line));
  }

  /** Makes an invoice of lines, finalises it, and notes for which time it is. */
  Invoice charge(
      CallContext context,
      Subscription subscription,
      ChargeKind kind,
      Period period,
      List<LineDetails> lines) {
    Money any = lines.get(0).unitPrice();
    Invoice draft =
        invoices.create(
            context,
            new InvoiceDraft(
                subscription.customerId(),
                any.currency(),
                InvoiceDraft.DEFAULT_PAYMENT_DAYS,
                null,
                lines));
    Invoice invoice = invoices.finalise(context, draft.id(), draft.version());
    subscriptions.add(
        context.scope(),
        new SubscriptionCharge(context, subscription.id(), invoice.id(), kind, period));
    subscriptions.flush(context.scope());
    return invoice;
  }

  /**
   * A line over a part of a price: one piece, so that the part is rounded once and not once for
   * each of the quantity.
   *
   * @param amount before discount and tax, below nothing where something is given back
   * @param price of the plan that it is a part of
   */
  static LineDetails part(String description, Money amount, PeriodTerms terms, PlanPrice price) {
    return new LineDetails(
        description,
        BigDecimal.ONE,
        amount,
        rateOrNone(terms.discountRate()),
        null,
        terms.taxRate(),
        origin(price));
  }

  private static LineOrigin origin(PlanPrice price) {
    return new LineOrigin(
        price.terms().productId(), price.terms().planId(), price.terms().pricingRuleId());
  }

  /** Name of the plan, and the days of the tenant from the first to the last. */
  String described(TenantScope scope, PlanPrice price, Period period) {
    ZoneId zone = zone(scope);
    LocalDate first = LocalDate.ofInstant(period.from(), zone);
    LocalDate last = LocalDate.ofInstant(period.to().minusNanos(1), zone);
    return "%s (%s to %s)".formatted(price.terms().description(), first, last);
  }

  private static @Nullable BigDecimal rateOrNone(BigDecimal rate) {
    return rate.signum() == 0 ? null : rate;
  }
}
