package com.dotmac.platform.app.billing.catalog;

import com.dotmac.platform.domain.billing.catalog.CategoryService;
import com.dotmac.platform.domain.billing.catalog.PlanService;
import com.dotmac.platform.domain.billing.catalog.PricingRuleService;
import com.dotmac.platform.domain.billing.catalog.PricingService;
import com.dotmac.platform.domain.billing.catalog.ProductService;
import com.dotmac.platform.domain.customers.CustomerService;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.TenantSessions;

/**
 * The doors to the catalogue, put together once.
 *
 * @param categories categories of products
 * @param products products
 * @param plans plans
 * @param rules pricing rules
 * @param pricing what a line costs
 */
public record CatalogDoors(
    CategoryService categories,
    ProductService products,
    PlanService plans,
    PricingRuleService rules,
    PricingService pricing) {

  /**
   * Doors to one database.
   *
   * @param sessions where the current session comes from
   * @param customers the door to customers
   * @param audit where acts are recorded
   */
  public static CatalogDoors of(
      TenantSessions sessions, CustomerService customers, AuditTrail audit) {
    CategoryService categories = new CategoryService(sessions, audit);
    ProductService products = new ProductService(sessions, categories, audit);
    PlanService plans = new PlanService(sessions, products, audit);
    return new CatalogDoors(
        categories,
        products,
        plans,
        new PricingRuleService(sessions, products, plans, customers, audit),
        new PricingService(sessions, products, plans, customers));
  }
}
