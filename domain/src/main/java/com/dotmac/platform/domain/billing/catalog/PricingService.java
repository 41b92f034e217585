package com.dotmac.platform.domain.billing.catalog;

import com.dotmac.platform.domain.customers.CustomerException;
import com.dotmac.platform.domain.customers.CustomerService;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Says what a line costs. Whoever bills asks here and freezes the answer in the line; what changes
 * in the catalogue later changes no line. Prices what is archived, too: what was sold goes on.
 */
public final class PricingService {

  private final PricingRepository rules;
  private final ProductService products;
  private final PlanService plans;
  private final CustomerService customers;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param products the door to products
   * @param plans the door to plans
   * @param customers the door to customers
   */
  public PricingService(
      TenantSessions sessions,
      ProductService products,
      PlanService plans,
      CustomerService customers) {
    rules = new PricingRepository(sessions);
    this.products = products;
    this.plans = plans;
    this.customers = customers;
  }

  /**
   * What a line of a plan costs a customer.
   *
   * @param quantity how many
   * @param at the instant for which the line is priced
   * @throws PlanException.NotFound if the tenant has no such plan
   * @throws CustomerException.NotFound if the tenant has no such customer
   */
  public PlanPrice priceOfPlan(
      TenantScope scope, UUID planId, UUID customerId, BigDecimal quantity, Instant at) {
    Plan plan = plans.get(scope, planId);
    PlanPricing pricing = plan.pricing();
    PricingQuestion line =
        new PricingQuestion(pricing.productId(), planId, customerId, quantity, at);
    return new PlanPrice(pricing.unitAmount(), terms(scope, line, plan.details().name()));
  }

  /**
   * What holds for a line of a product, whose unit price is agreed elsewhere.
   *
   * @param quantity how many
   * @param at the instant for which the line is priced
   * @throws ProductException.NotFound if the tenant has no such product
   * @throws CustomerException.NotFound if the tenant has no such customer
   */
  public LineTerms termsOfProduct(
      TenantScope scope, UUID productId, UUID customerId, BigDecimal quantity, Instant at) {
    String name = products.get(scope, productId).details().name();
    return terms(scope, new PricingQuestion(productId, null, customerId, quantity, at), name);
  }

  private LineTerms terms(TenantScope scope, PricingQuestion line, String description) {
    boolean exempt = customers.get(scope, line.customerId()).details().billing().taxExempt();
    Optional<PricingTerms> rule = PricingChoice.of(rules.about(scope, line), line);
    return new LineTerms(
        line.productId(),
        line.planId(),
        description,
        rule.map(terms -> terms.details().discountRate()).orElse(BigDecimal.ZERO),
        rule.map(PricingTerms::ruleId).orElse(null),
        exempt ? BigDecimal.ZERO : products.get(scope, line.productId()).details().taxRate());
  }
}
