package com.dotmac.platform.it.release;

import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of the journey that is about what is sold, and to whom one speaks about it. */
final class JourneyOfCatalog {
  private static final String CATEGORIES = "/api/v1/product-categories";
  private static final String CONTACTS = "/api/v1/customers/{customerId}/contacts";
  private static final String PLANS = "/api/v1/plans";
  private static final String PRODUCTS = "/api/v1/products";
  private static final String SUBSCRIPTIONS = "/api/v1/subscriptions";
  private static final String RULES = "/api/v1/pricing-rules";

  private final EveryEndpoint journey;
  private final ApiClient api;
  private final String code;

  /**
   * Goes on with a journey.
   *
   * @param api a caller with every permission
   * @param code what nothing in the catalogue of his tenant is called
   */
  JourneyOfCatalog(EveryEndpoint journey, ApiClient api, String code) {
    this.journey = journey;
    this.api = api;
    this.code = code;
  }

  /** Sells something to a customer, for a while. */
  void forCustomer(ApiAnswer customer) {
    contacts(customer);
    Map<String, Object> wish = Map.of("code", code, "name", "Hosting");
    ApiAnswer category = send("POST", CATEGORIES, CATEGORIES, wish);
    if (!journey.answered("POST " + CATEGORIES)) {
      return;
    }
    send("GET", CATEGORIES, CATEGORIES, null);
    journey.step("GET", CATEGORIES + "/{id}", category, null);
    category = journey.step("PATCH", CATEGORIES + "/{id}", category, Map.of("name", "Servers"));
    ApiAnswer product =
        send(
            "POST",
            PRODUCTS,
            PRODUCTS,
            Map.of(
                "code",
                code,
                "name",
                "Hosting",
                "categoryId",
                category.text("id"),
                "taxRate",
                "0.19"));
    send("GET", PRODUCTS, PRODUCTS, null);
    journey.step("GET", PRODUCTS + "/{id}", product, null);
    product = journey.step("PATCH", PRODUCTS + "/{id}", product, Map.of("taxRate", "0.2"));
    ApiAnswer plan = plan(product);
    rules(product, customer);
    subscription(product, plan, customer);
    journey.step("POST", PLANS + "/{id}/archive", plan, null);
    journey.step("POST", PRODUCTS + "/{id}/archive", product, null);
    journey.step("POST", CATEGORIES + "/{id}/archive", category, null);
  }

  private ApiAnswer plan(ApiAnswer product) {
    ApiAnswer plan =
        send(
            "POST",
            PLANS,
            PLANS,
            Map.of(
                "productId",
                product.text("id"),
                "code",
                code,
                "name",
                "Hosting, monthly",
                "unitAmount",
                Map.of("amount", "1470", "currency", "USD"),
                "cycle",
                "monthly",
                "trialDays",
                14));
    send("GET", PLANS, PLANS, null);
    journey.step("GET", PLANS + "/{id}", plan, null);
    return journey.step("PATCH", PLANS + "/{id}", plan, Map.of("trialDays", 30));
  }

  private void rules(ApiAnswer product, ApiAnswer customer) {
    ApiAnswer rule =
        send(
            "POST",
            RULES,
            RULES,
            Map.of(
                "productId", product.text("id"),
                "customerId", customer.text("id"),
                "name", "Ten and more",
                "minQuantity", "10",
                "discountRate", "0.15",
                "startsAt", "2026-01-01T00:00:00Z",
                "endsAt", "2027-01-01T00:00:00Z",
                "priority", 10));
    send("GET", RULES, RULES, null);
    journey.step("GET", RULES + "/{id}", rule, null);
    rule = journey.step("PATCH", RULES + "/{id}", rule, Map.of("discountRate", "0.2"));
    journey.step("POST", RULES + "/{id}/archive", rule, null);
  }

  private void subscription(ApiAnswer product, ApiAnswer tried, ApiAnswer customer) {
    Map<String, Object> bigger =
        Map.of(
            "productId",
            product.text("id"),
            "code",
            code + "-2",
            "name",
            "Hosting, more of it",
            "unitAmount",
            Map.of("amount", "2940", "currency", "USD"),
            "cycle",
            "monthly");
    ApiAnswer plan = api.post(PLANS, bigger);
    Map<String, Object> wish =
        Map.of("customerId", customer.text("id"), "planId", tried.text("id"), "quantity", "2");
    ApiAnswer trial = send("POST", SUBSCRIPTIONS, SUBSCRIPTIONS, wish);
    if (!journey.answered("POST " + SUBSCRIPTIONS)) {
      return;
    }
    send("GET", SUBSCRIPTIONS, SUBSCRIPTIONS, null);
    String one = SUBSCRIPTIONS + "/{id}";
    journey.step("GET", one, trial, null);
    Map<String, Object> change = Map.of("planId", plan.text("id"), "when", "now");
    journey.step("POST", one + "/change-plan", trial, change);
    ApiAnswer billed =
        journey.send(
            api,
            "POST",
            SUBSCRIPTIONS,
            SUBSCRIPTIONS,
            Map.of("customerId", customer.text("id"), "planId", plan.text("id")));
    journey.step("GET", one + "/charges", billed, null);
    billed = journey.step("POST", one + "/pause", billed, Map.of("reason", "moves house"));
    billed = journey.step("POST", one + "/resume", billed, null);
    billed = journey.step("POST", one + "/cancel", billed, Map.of("when", "period_end"));
    journey.step("POST", one + "/reactivate", billed, null);
  }

  private void contacts(ApiAnswer customer) {
    String path = CONTACTS.replace("{customerId}", customer.text("id"));
    Map<String, Object> wish =
        Map.of("name", "Ada Berg", "email", "ada@example.com", "role", "billing", "primary", true);
    ApiAnswer contact = send("POST", CONTACTS, path, wish);
    if (!journey.answered("POST " + CONTACTS)) {
      return;
    }
    send("GET", CONTACTS, path, null);
    String one = path + "/" + contact.id();
    send("GET", CONTACTS + "/{id}", one, null);
    contact =
        journey.send(
            api.ifMatch(contact.etag()),
            "PATCH",
            CONTACTS + "/{id}",
            one,
            Map.of("role", "business"));
    journey.send(api.ifMatch(contact.etag()), "DELETE", CONTACTS + "/{id}", one, null);
  }

  private ApiAnswer send(String verb, String template, String path, @Nullable Object body) {
    return journey.send(api, verb, template, path, body);
  }
}
