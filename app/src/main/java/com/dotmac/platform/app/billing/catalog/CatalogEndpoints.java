package com.dotmac.platform.app.billing.catalog;

import com.dotmac.platform.app.http.DomainProblems;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.domain.billing.catalog.CategoryException;
import com.dotmac.platform.domain.billing.catalog.PlanException;
import com.dotmac.platform.domain.billing.catalog.PricingRuleException;
import com.dotmac.platform.domain.billing.catalog.ProductException;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.Map;

/** Puts the catalogue on the wire. */
public final class CatalogEndpoints {

  private CatalogEndpoints() {}

  /**
   * Registers the feature.
   *
   * @param jersey where resources go
   * @param problems where refusals go
   * @param doors the doors to the catalogue
   */
  public static void register(
      JerseyEnvironment jersey, DomainProblems problems, CatalogDoors doors) {
    problems.add(
        CategoryException.class,
        Map.of(
            CategoryException.NotFound.class, ProblemCode.PRODUCT_CATEGORY_NOT_FOUND,
            CategoryException.CodeTaken.class, ProblemCode.PRODUCT_CATEGORY_CODE_TAKEN,
            CategoryException.Archived.class, ProblemCode.PRODUCT_CATEGORY_ARCHIVED));
    problems.add(
        ProductException.class,
        Map.of(
            ProductException.NotFound.class, ProblemCode.PRODUCT_NOT_FOUND,
            ProductException.CodeTaken.class, ProblemCode.PRODUCT_CODE_TAKEN,
            ProductException.Archived.class, ProblemCode.PRODUCT_ARCHIVED));
    problems.add(
        PlanException.class,
        Map.of(
            PlanException.NotFound.class, ProblemCode.PLAN_NOT_FOUND,
            PlanException.CodeTaken.class, ProblemCode.PLAN_CODE_TAKEN,
            PlanException.Archived.class, ProblemCode.PLAN_ARCHIVED,
            PlanException.PriceNegative.class, ProblemCode.PLAN_PRICE_NEGATIVE));
    problems.add(
        PricingRuleException.class,
        Map.of(
            PricingRuleException.NotFound.class, ProblemCode.PRICING_RULE_NOT_FOUND,
            PricingRuleException.Archived.class, ProblemCode.PRICING_RULE_ARCHIVED,
            PricingRuleException.ScopeUnclear.class, ProblemCode.PRICING_RULE_SCOPE_UNCLEAR,
            PricingRuleException.PeriodEmpty.class, ProblemCode.PRICING_RULE_PERIOD_EMPTY));
    jersey.register(new ProductCategoryResource(doors.categories()));
    jersey.register(new ProductResource(doors.products()));
    jersey.register(new PlanResource(doors.plans()));
    jersey.register(new PricingRuleResource(doors.rules()));
  }
}
