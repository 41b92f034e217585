package com.dotmac.platform.domain.billing.catalog;

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

/** The door to plans. Each verb writes one audit row; none opens a transaction. */
public final class PlanService {

  private final CatalogShelf<Plan> shelf;
  private final ProductService products;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param products the door to products
   * @param audit where acts are recorded
   */
  public PlanService(TenantSessions sessions, ProductService products, AuditTrail audit) {
    shelf =
        new CatalogShelf<>(
            sessions,
            audit,
            Plan.class,
            "plan",
            new CatalogShelf.Refusals(
                PlanException.NotFound::new,
                PlanException.Archived::new,
                new ConstraintRefusals(
                    Map.of("uq_billing_plans_code", PlanException.CodeTaken::new))));
    this.products = products;
  }

  /**
   * Creates a plan. What {@code pricing} says is fixed from then on.
   *
   * @throws ProductException if the product does not exist or is archived
   * @throws PlanException.CodeTaken if another plan has the code, be it archived
   */
  public Plan create(CallContext context, PlanPricing pricing, PlanDetails details) {
    products.getOpen(context.scope(), pricing.productId());
    return shelf.add(context, new Plan(context, pricing, details));
  }

  /**
   * The plan with an identifier.
   *
   * @throws PlanException.NotFound if the tenant has none
   */
  public Plan get(TenantScope scope, UUID id) {
    return shelf.get(scope, id);
  }

  /** A page of plans, newest first. */
  public Page<Plan> list(TenantScope scope, PlanFilter filter, PageRequest page) {
    return shelf.list(
        scope,
        new KeysetQuery<>(Plan.class, Plan::id)
            .where("status = :status", "status", filter.status())
            .where("productId = :product", "product", filter.productId())
            .where(
                "(lower(name) like :search escape '!' or code like :search escape '!')",
                "search",
                KeysetQuery.containing(filter.search())),
        page);
  }

  /**
   * The plan, for something new: until the transaction ends nobody can archive it or its product.
   *
   * @throws PlanException.NotFound if the tenant has none
   * @throws PlanException.Archived if it is archived
   * @throws ProductException.Archived if its product is
   */
  public Plan getOpen(TenantScope scope, UUID id) {
    Plan plan = shelf.getOpen(scope, id);
    products.getOpen(scope, plan.pricing().productId());
    return plan;
  }

  /**
   * Changes the name or the trial of a plan.
   *
   * @param expectedVersion version that the caller has read
   * @param edit gives the new details from the present ones
   * @throws PlanException if the tenant has none, or it is archived
   * @throws VersionConflictException if it was changed meanwhile
   */
  public Plan change(
      CallContext context, UUID id, int expectedVersion, UnaryOperator<PlanDetails> edit) {
    return shelf.change(
        context, id, expectedVersion, Plan::details, edit, (plan, wanted) -> {}, Plan::change);
  }

  /**
   * Archives a plan: nobody takes it any more. Who has it keeps it.
   *
   * @param expectedVersion version that the caller has read
   * @throws PlanException.NotFound if the tenant has none
   * @throws PlanException.Archived if it is archived already
   * @throws VersionConflictException if it was changed meanwhile
   */
  public Plan archive(CallContext context, UUID id, int expectedVersion) {
    return shelf.archive(context, id, expectedVersion);
  }
}
