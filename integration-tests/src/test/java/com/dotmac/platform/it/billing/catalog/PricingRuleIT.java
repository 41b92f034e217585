package com.dotmac.platform.it.billing.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.app.billing.catalog.CatalogDoors;
import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.audit.AuditLog;
import com.dotmac.platform.domain.billing.catalog.LineTerms;
import com.dotmac.platform.domain.billing.catalog.PlanPrice;
import com.dotmac.platform.domain.billing.catalog.PricingService;
import com.dotmac.platform.domain.customers.CustomerService;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.it.fixtures.ACustomer;
import com.dotmac.platform.it.fixtures.APlan;
import com.dotmac.platform.it.fixtures.AProduct;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@NeedsPlatform
class PricingRuleIT {
  private static final String PATH = "/api/v1/pricing-rules";
  private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

  private final RunningPlatform platform;
  private final ATenant tenant;
  private final ApiClient api;
  private final UnitsOfWork unitsOfWork;
  private final PricingService pricing;

  PricingRuleIT(RunningPlatform platform) {
    this.platform = platform;
    tenant = ATenant.of(platform);
    api = tenant.api();
    unitsOfWork = new UnitsOfWork(platform.sessionFactory());
    TenantSessions sessions = new TenantSessions(platform.sessionFactory());
    AuditLog audit = new AuditLog(sessions);
    pricing = CatalogDoors.of(sessions, new CustomerService(sessions, audit), audit).pricing();
  }

  @Test
  void a_rule_is_created_and_read() {
    ApiAnswer product = AProduct.any().createdBy(api);
    ApiAnswer rule =
        create(
            Map.of(
                "productId",
                product.text("id"),
                "minQuantity",
                "10.50",
                "discountRate",
                "0.150",
                "startsAt",
                "2026-03-01T00:00:00Z",
                "endsAt",
                "2026-04-01T00:00:00Z",
                "priority",
                5));
    assertThat(rule.status()).as(rule.body()).isEqualTo(201);
    assertThat(rule.text("minQuantity")).isEqualTo("10.5");
    assertThat(rule.text("discountRate")).isEqualTo("0.15");
    assertThat(rule.text("status")).isEqualTo("active");
    assertThat(rule.json().path("planId").isNull()).isTrue();
    assertThat(api.get(PATH + "/" + rule.id()).json()).isEqualTo(rule.json());
    assertThat(api.get(PATH + "?productId=" + product.text("id")).column("id"))
        .containsExactly(rule.text("id"));
    assertThat(api.get(PATH + "?status=archived").rows()).isEmpty();
  }

  @Test
  void what_is_left_out_means_now_for_ever_for_all() {
    ApiAnswer rule = create(Map.of("productId", AProduct.any().createdBy(api).text("id")));
    assertThat(rule.text("startsAt")).isEqualTo(rule.text("createdAt"));
    assertThat(rule.json().path("endsAt").isNull()).isTrue();
    assertThat(rule.json().path("minQuantity").isNull()).isTrue();
    assertThat(rule.json().path("priority").asInt(-1)).isZero();
  }

  @Test
  void a_rule_is_about_either_a_product_or_a_plan() {
    ApiAnswer plan = APlan.any().createdBy(api);
    ApiAnswer both = create(Map.of("productId", plan.text("productId"), "planId", plan.text("id")));
    assertThat(both.status() + " " + both.code()).isEqualTo("422 pricing-rule-scope-unclear");
    assertThat(create(Map.of()).code()).isEqualTo("pricing-rule-scope-unclear");
    assertThat(create(Map.of("planId", plan.text("id"))).status()).isEqualTo(201);
  }

  @Test
  void a_rule_does_not_end_before_it_applies() {
    String product = AProduct.any().createdBy(api).text("id");
    ApiAnswer empty =
        create(
            Map.of(
                "productId",
                product,
                "startsAt",
                "2026-03-01T00:00:00Z",
                "endsAt",
                "2026-03-01T00:00:00Z"));
    assertThat(empty.status() + " " + empty.code()).isEqualTo("422 pricing-rule-period-empty");
    ApiAnswer rule = create(Map.of("productId", product, "startsAt", "2026-03-01T00:00:00Z"));
    assertThat(change(rule, Map.of("endsAt", "2026-02-01T00:00:00Z")).code())
        .isEqualTo("pricing-rule-period-empty");
  }

  @Test
  void wrong_fields_are_refused_each_with_its_place() {
    String product = AProduct.any().createdBy(api).text("id");
    Map<String, Object> wrong =
        Map.of("productId", product, "discountRate", "1.01", "minQuantity", "-1", "priority", 1001);
    assertThat(create(wrong).faults())
        .containsExactlyInAnyOrder("/discountRate", "/minQuantity", "/priority");
    assertThat(create(Map.of("productId", product, "minQuantity", "0.1234567")).faults())
        .containsExactly("/minQuantity");
  }

  @Test
  void what_a_rule_is_about_must_be_open() {
    ApiAnswer product = AProduct.any().createdBy(api);
    ApiAnswer plan = APlan.any().of(product).createdBy(api);
    ApiAnswer gone = ACustomer.any().archivedBy(api);
    assertThat(create(Map.of("planId", plan.text("id"), "customerId", gone.text("id"))).code())
        .isEqualTo("customer-archived");
    AProduct.archived(api, AProduct.PATH, product);
    assertThat(create(Map.of("productId", product.text("id"))).code())
        .isEqualTo("product-archived");
    assertThat(create(Map.of("planId", plan.text("id"))).code()).isEqualTo("product-archived");
  }

  @Test
  void a_line_is_priced_by_the_plan_and_the_rule_that_wins() {
    UUID customer = ACustomer.any().createdBy(api).id();
    ApiAnswer plan =
        APlan.named("Hosting, monthly")
            .of(AProduct.any().with("taxRate", "0.19").createdBy(api))
            .createdBy(api);
    assertThat(price(plan, customer, "1"))
        .isEqualTo(
            new PlanPrice(
                Money.of(1470, "USD"),
                new LineTerms(
                    UUID.fromString(plan.text("productId")),
                    plan.id(),
                    "Hosting, monthly",
                    BigDecimal.ZERO,
                    null,
                    new BigDecimal("0.19"))));

    ApiAnswer ofProduct = rule(plan.text("productId"), "0.1", 0);
    ApiAnswer ofBulk =
        create(
            Map.of(
                "planId",
                plan.text("id"),
                "minQuantity",
                "10",
                "discountRate",
                "0.2",
                "startsAt",
                "2026-01-01T00:00:00Z"));
    assertThat(price(plan, customer, "1").terms().pricingRuleId()).isEqualTo(ofProduct.id());
    assertThat(price(plan, customer, "10").terms())
        .satisfies(
            terms -> {
              assertThat(terms.pricingRuleId()).isEqualTo(ofBulk.id());
              assertThat(terms.discountRate()).isEqualByComparingTo("0.2");
            });
    ApiAnswer strong = rule(plan.text("productId"), "0.05", 1);
    assertThat(price(plan, customer, "10").terms().pricingRuleId()).isEqualTo(strong.id());

    AProduct.archived(api, PATH, strong);
    assertThat(price(plan, customer, "10").terms().pricingRuleId()).isEqualTo(ofBulk.id());
    change(ofBulk, Map.of("endsAt", "2026-03-01T00:00:00Z"));
    assertThat(price(plan, customer, "10").terms().pricingRuleId()).isEqualTo(ofProduct.id());
  }

  @Test
  void a_rule_for_one_customer_prices_his_lines_alone() {
    ApiAnswer plan = APlan.any().createdBy(api);
    UUID his = ACustomer.any().createdBy(api).id();
    UUID another = ACustomer.any().createdBy(api).id();
    create(
        Map.of(
            "planId",
            plan.text("id"),
            "customerId",
            his.toString(),
            "startsAt",
            "2026-01-01T00:00:00Z"));
    assertThat(price(plan, his, "1").terms().discountRate()).isEqualByComparingTo("0.1");
    assertThat(price(plan, another, "1").terms().discountRate()).isZero();
  }

  @Test
  void who_is_exempt_is_not_taxed() {
    UUID exempt = ACustomer.any().with("taxExempt", true).createdBy(api).id();
    ApiAnswer plan =
        APlan.any().of(AProduct.any().with("taxRate", "0.19").createdBy(api)).createdBy(api);
    assertThat(price(plan, exempt, "1").terms().taxRate()).isZero();
  }

  @Test
  void a_line_of_a_product_without_a_plan_has_its_discount_and_tax() {
    ApiAnswer product = AProduct.named("Work").with("taxRate", "0.07").createdBy(api);
    UUID customer = ACustomer.any().createdBy(api).id();
    ApiAnswer rule = rule(product.text("id"), "0.25", 0);
    LineTerms terms =
        unitsOfWork.in(
            tenant.scope(),
            () ->
                pricing.termsOfProduct(
                    tenant.scope(), product.id(), customer, BigDecimal.TEN, MARCH));
    assertThat(terms.description()).isEqualTo("Work");
    assertThat(terms.planId()).isNull();
    assertThat(terms.pricingRuleId()).isEqualTo(rule.id());
    assertThat(terms.discountRate()).isEqualByComparingTo("0.25");
    assertThat(terms.taxRate()).isEqualByComparingTo("0.07");
  }

  @Test
  void what_is_archived_still_has_a_price_for_who_has_it() {
    ApiAnswer plan = APlan.any().createdBy(api);
    UUID customer = ACustomer.any().archivedBy(api).id();
    AProduct.archived(api, APlan.PATH, plan);
    assertThat(price(plan, customer, "1").unitAmount()).isEqualTo(Money.of(1470, "USD"));
  }

  @Test
  void the_rules_of_another_tenant_price_nothing_here() {
    ApiAnswer plan = APlan.any().createdBy(api);
    UUID customer = ACustomer.any().createdBy(api).id();
    ApiClient elsewhere = ATenant.of(platform).api();
    ApiAnswer foreign =
        elsewhere.post(PATH, body(Map.of("planId", plan.text("id"), "discountRate", "1")));
    assertThat(foreign.code()).isEqualTo("plan-not-found");
    assertThat(price(plan, customer, "1").terms().discountRate()).isZero();
  }

  private PlanPrice price(ApiAnswer plan, UUID customer, String quantity) {
    return unitsOfWork.in(
        tenant.scope(),
        () ->
            pricing.priceOfPlan(
                tenant.scope(), plan.id(), customer, new BigDecimal(quantity), MARCH));
  }

  private ApiAnswer rule(String productId, String discountRate, int priority) {
    return create(
        Map.of(
            "productId",
            productId,
            "discountRate",
            discountRate,
            "priority",
            priority,
            "startsAt",
            "2026-01-01T00:00:00Z"));
  }

  private ApiAnswer create(Map<String, Object> fields) {
    return api.post(PATH, body(fields));
  }

  private static Map<String, Object> body(Map<String, Object> fields) {
    Map<String, Object> body = new LinkedHashMap<>(Map.of("name", "Spring", "discountRate", "0.1"));
    body.putAll(fields);
    return body;
  }

  private ApiAnswer change(ApiAnswer rule, Object body) {
    return api.ifMatch(rule.etag()).patch(PATH + "/" + rule.id(), body);
  }
}
