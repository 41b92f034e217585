package com.dotmac.platform.domain.billing.catalog;

import com.dotmac.platform.domain.customers.CustomerException;
import com.dotmac.platform.domain.customers.CustomerService;
import com.dotmac.platform.domain.shared.ConstraintRefusals;
import com.dotmac.platform.domain.shared.KeysetQuery;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.shared.VersionConflictException;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The door to pricing rules. Each verb writes one audit row; none opens a transaction. */
public final class PricingRuleService {

  private final CatalogShelf<PricingRule> shelf;
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
   * @param audit where acts are recorded
   */
  public PricingRuleService(
      TenantSessions sessions,
      ProductService products,
      PlanService plans,
      CustomerService customers,
      AuditTrail audit) {
    shelf =
        new CatalogShelf<>(
            sessions,
            audit,
            PricingRule.class,
            "pricing_rule",
            new CatalogShelf.Refusals(
                PricingRuleException.NotFound::new,
                PricingRuleException.Archived::new,
                new ConstraintRefusals(Map.of())));
    this.products = products;
    this.plans = plans;
    this.customers = customers;
  }

  /**
   * Creates a rule, which applies to lines that are priced from then on.
   *
   * @throws ProductException if its product, or that of its plan, does not exist or is archived
   * @throws PlanException if its plan does not exist or is archived
   * @throws CustomerException if its customer does not exist or is archived
   */
  public PricingRule create(CallContext context, PricingScope about, PricingRuleDetails details) {
    if (about.productId() != null) {
      products.getOpen(context.scope(), about.productId());
    }
    if (about.planId() != null) {
      plans.getOpen(context.scope(), about.planId());
    }
    if (about.customerId() != null) {
      customers.getOpen(context.scope(), about.customerId());
    }
    return shelf.add(context, new PricingRule(context, about, details));
  }

  /**
   * The rule with an identifier.
   *
   * @throws PricingRuleException.NotFound if the tenant has none
   */
  public PricingRule get(TenantScope scope, UUID id) {
    return shelf.get(scope, id);
  }

  /** A page of rules, newest first. */
  public Page<PricingRule> list(TenantScope scope, PricingRuleFilter filter, PageRequest page) {
    return shelf.list(
        scope,
        new KeysetQuery<>(PricingRule.class, PricingRule::id)
            .where("status = :status", "status", filter.status())
            .where("productId = :product", "product", filter.productId())
            .where("planId = :plan", "plan", filter.planId())
            .where("customerId = :customer", "customer", filter.customerId()),
        page);
  }

  /**
   * Changes what a rule gives, when, and how strong it is, for lines that are priced from then on.
   *
   * @param expectedVersion version that the caller has read
   * @param edit gives the new details from the present ones
   * @throws PricingRuleException if the tenant has none, it is archived, or its period is empty
   * @throws VersionConflictException if it was changed meanwhile
   */
  public PricingRule change(
      CallContext context, UUID id, int expectedVersion, UnaryOperator<PricingRuleDetails> edit) {
    return shelf.change(
        context,
        id,
        expectedVersion,
        PricingRule::details,
        edit,
        (rule, wanted) -> {},
        PricingRule::change);
  }

  /**
   * Archives a rule: it applies to no line that is priced from then on.
   *
   * @param expectedVersion version that the caller has read
   * @throws PricingRuleException.NotFound if the tenant has none
   * @throws PricingRuleException.Archived if it is archived already
   * @throws VersionConflictException if it was changed meanwhile
   */
  public PricingRule archive(CallContext context, UUID id, int expectedVersion) {
    return shelf.archive(context, id, expectedVersion);
  }
}
