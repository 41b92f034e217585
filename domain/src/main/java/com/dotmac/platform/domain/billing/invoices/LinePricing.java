package com.dotmac.platform.domain.billing.invoices;

import com.dotmac.platform.domain.billing.catalog.LineTerms;
import com.dotmac.platform.domain.billing.catalog.PlanPrice;
import com.dotmac.platform.domain.billing.catalog.PlanService;
import com.dotmac.platform.domain.billing.catalog.PricingService;
import com.dotmac.platform.domain.billing.catalog.ProductService;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.tenancy.TenantScope;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes lines of wishes: what the caller does not say, the catalogue says. What was said or found
 * is frozen in the line.
 */
public final class LinePricing {

  private final ProductService products;
  private final PlanService plans;
  private final PricingService prices;

  /**
   * A door over the catalogue.
   *
   * @param products the door to products
   * @param plans the door to plans
   * @param prices says what lines cost
   */
  public LinePricing(ProductService products, PlanService plans, PricingService prices) {
    this.products = products;
    this.plans = plans;
    this.prices = prices;
  }

  /**
   * The lines for a customer.
   *
   * @param at the instant for which they are priced
   * @throws InvoiceException.InvalidLine if neither caller nor catalogue says what one costs or is
   *     for
   * @throws com.dotmac.platform.domain.billing.catalog.PlanException if there is no such plan, or
   *     it is archived
   * @throws com.dotmac.platform.domain.billing.catalog.ProductException if there is no such
   *     product, or it is archived
   */
  public List<LineDetails> price(
      TenantScope scope, UUID customerId, Instant at, List<LineRequest> wanted) {
    return wanted.stream().map(line -> price(scope, customerId, at, line)).toList();
  }

  private LineDetails price(TenantScope scope, UUID customerId, Instant at, LineRequest wanted) {
    if (wanted.planId() != null) {
      if (wanted.productId() != null) {
        throw new InvoiceException.InvalidLine(
            "A line names a plan or a product, and not both: a plan is of one product.");
      }
      plans.getOpen(scope, wanted.planId());
      PlanPrice price =
          prices.priceOfPlan(scope, wanted.planId(), customerId, wanted.quantity(), at);
      return line(wanted, price.unitAmount(), price.terms());
    }
    if (wanted.productId() != null) {
      products.getOpen(scope, wanted.productId());
      return line(
          wanted,
          null,
          prices.termsOfProduct(scope, wanted.productId(), customerId, wanted.quantity(), at));
    }
    return line(wanted, null, null);
  }

  private static LineDetails line(
      LineRequest wanted, @Nullable Money price, @Nullable LineTerms terms) {
    boolean ownDiscount = wanted.discountRate() != null || wanted.discount() != null;
    UUID rule = terms == null || ownDiscount ? null : terms.pricingRuleId();
    BigDecimal discountRate =
        terms == null || rule == null ? wanted.discountRate() : terms.discountRate();
    return new LineDetails(
        said(wanted.description(), terms == null ? null : terms.description(), "what it is for"),
        wanted.quantity(),
        said(wanted.unitPrice(), price, "a price"),
        discountRate,
        wanted.discount(),
        Objects.requireNonNullElse(
            wanted.taxRate(), terms == null ? BigDecimal.ZERO : terms.taxRate()),
        terms == null ? null : new LineOrigin(terms.productId(), terms.planId(), rule));
  }

  private static <T> T said(@Nullable T byCaller, @Nullable T byCatalogue, String what) {
    T value = byCaller == null ? byCatalogue : byCaller;
    if (value == null) {
      throw new InvoiceException.InvalidLine("A line needs " + what + ", or a plan that says it.");
    }
    return value;
  }
}
