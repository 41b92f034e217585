package com.dotmac.platform.it.billing;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.it.fixtures.ACustomer;
import com.dotmac.platform.it.fixtures.APlan;
import com.dotmac.platform.it.fixtures.AProduct;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.fixtures.AnInvoice;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.AtOnce;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@NeedsPlatform
class InvoiceIT {
  private final RunningPlatform platform;
  private final ApiClient api;
  private final ApiAnswer customer;

  InvoiceIT(RunningPlatform platform) {
    this.platform = platform;
    api = ATenant.of(platform).api();
    customer = ACustomer.named("Nord & Co").with("country", "DK").createdBy(api);
  }

  @Test
  void a_draft_has_lines_and_sums_and_neither_number_nor_day() {
    ApiAnswer draft = invoice().line("2.5", 1470, "0.19").line("1", -100, "0").draftedBy(api);
    assertThat(draft.header("Location")).endsWith(AnInvoice.path(draft));
    assertThat(draft.text("status")).isEqualTo("draft");
    assertThat(draft.json().path("number").isNull()).isTrue();
    assertThat(draft.json().path("issuedOn").isNull()).isTrue();
    assertThat(draft.json().path("lines")).hasSize(2);
    assertThat(draft.json().at("/lines/0/gross/amount").asText()).isEqualTo("3675");
    assertThat(draft.json().at("/lines/0/tax/amount").asText()).isEqualTo("698");
    assertThat(amount(draft, "subtotal")).isEqualTo("3575");
    assertThat(amount(draft, "tax")).isEqualTo("698");
    assertThat(amount(draft, "total")).isEqualTo("4273");
    assertThat(AnInvoice.read(api, draft).json()).isEqualTo(draft.json());
  }

  @Test
  void a_draft_changes_and_its_lines_are_replaced_as_a_whole() {
    ApiAnswer draft = invoice().over(100).with("memo", "Thanks").draftedBy(api);
    Map<String, Object> line =
        Map.of("description", "Other", "unitPrice", AnInvoice.money(777, "USD"));
    ApiAnswer changed =
        api.ifMatch(draft.etag())
            .patch(AnInvoice.path(draft), Map.of("lines", List.of(line), "paymentDays", 0));
    assertThat(amount(changed, "total")).isEqualTo("777");
    assertThat(changed.text("memo")).isEqualTo("Thanks");
    assertThat(changed.json().path("lines")).hasSize(1);
    assertThat(api.ifMatch(draft.etag()).patch(AnInvoice.path(draft), Map.of()).status())
        .isEqualTo(412);
  }

  @Test
  void a_draft_can_be_thrown_away_and_leaves_no_gap() {
    ApiAnswer draft = invoice().draftedBy(api);
    assertThat(api.ifMatch(draft.etag()).delete(AnInvoice.path(draft)).status()).isEqualTo(200);
    assertThat(api.get(AnInvoice.path(draft)).code()).isEqualTo("invoice-not-found");
    assertThat(invoice().finalisedBy(api).text("number")).endsWith("-000001");
  }

  @Test
  void a_finalised_invoice_has_a_number_a_day_a_due_day_and_whom_it_is_for() {
    ApiAnswer invoice = invoice().with("paymentDays", 14).finalisedBy(api);
    LocalDate today =
        LocalDate.ofInstant(
            platform.clock().instant(), ZoneId.of(api.get("/api/v1/tenant").text("timeZone")));
    assertThat(invoice.text("status")).isEqualTo("open");
    assertThat(invoice.text("number")).isEqualTo("INV-%d-000001".formatted(today.getYear()));
    assertThat(invoice.text("issuedOn")).isEqualTo(today.toString());
    assertThat(invoice.text("dueOn")).isEqualTo(today.plusDays(14).toString());
    assertThat(invoice.json().at("/billTo/name").asText()).isEqualTo("Nord & Co");
    assertThat(amount(invoice, "balance")).isEqualTo("10000");
  }

  @Test
  void what_was_finalised_keeps_the_name_that_the_customer_had() {
    ApiAnswer invoice = invoice().finalisedBy(api);
    api.ifMatch(customer.etag()).patch(ACustomer.path(customer), Map.of("name", "Syd"));
    assertThat(AnInvoice.read(api, invoice).json().at("/billTo/name").asText())
        .isEqualTo("Nord & Co");
  }

  @Test
  void a_finalised_invoice_changes_no_more() {
    ApiAnswer invoice = invoice().finalisedBy(api);
    ApiClient reader = api.ifMatch(invoice.etag());
    assertThat(reader.patch(AnInvoice.path(invoice), Map.of("memo", "x")).code())
        .isEqualTo("invoice-not-a-draft");
    assertThat(reader.delete(AnInvoice.path(invoice)).code()).isEqualTo("invoice-not-a-draft");
    assertThat(AnInvoice.step(api, invoice, "finalise").code()).isEqualTo("invoice-not-a-draft");
  }

  @Test
  void numbers_are_without_gap_or_double_also_at_once_and_each_tenant_has_his_own() {
    List<ApiAnswer> drafts =
        IntStream.range(0, 20).mapToObj(place -> invoice().draftedBy(api)).toList();
    List<String> numbers =
        AtOnce.times(
            20, place -> AnInvoice.step(api, drafts.get(place), "finalise").text("number"));
    assertThat(numbers.stream().map(number -> number.substring(9)))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 20).mapToObj("%06d"::formatted).toList());
    ApiClient elsewhere = ATenant.of(platform).api();
    assertThat(
            AnInvoice.of(ACustomer.any().createdBy(elsewhere))
                .finalisedBy(elsewhere)
                .text("number"))
        .endsWith("-000001");
  }

  @Test
  void an_invoice_without_lines_or_below_nothing_is_not_finalised() {
    ApiAnswer empty =
        api.post(AnInvoice.PATH, Map.of("customerId", customer.id(), "currency", "USD"));
    assertThat(AnInvoice.step(api, empty, "finalise").code()).isEqualTo("invoice-empty");
    ApiAnswer negative = invoice().over(100).over(-101).draftedBy(api);
    assertThat(AnInvoice.step(api, negative, "finalise").code())
        .isEqualTo("invoice-total-negative");
  }

  @Test
  void an_invoice_over_nothing_is_paid_at_once() {
    ApiAnswer invoice = invoice().over(100).over(-100).finalisedBy(api);
    assertThat(invoice.text("status")).isEqualTo("paid");
    assertThat(facts(invoice)).containsExactly("invoice.finalised", "invoice.paid");
  }

  @Test
  void a_void_invoice_keeps_its_number_and_is_the_end() {
    ApiAnswer invoice = invoice().finalisedBy(api);
    ApiAnswer voided = AnInvoice.step(api, invoice, "void");
    assertThat(voided.text("status")).isEqualTo("void");
    assertThat(voided.text("number")).isEqualTo(invoice.text("number"));
    assertThat(AnInvoice.step(api, voided, "void").code()).isEqualTo("invoice-step-not-allowed");
    assertThat(AnInvoice.step(api, voided, "give-up").code()).isEqualTo("invoice-step-not-allowed");
    assertThat(facts(invoice)).containsExactly("invoice.finalised", "invoice.voided");
  }

  @Test
  void a_step_demands_a_key_and_the_tag_that_was_read() {
    ApiAnswer draft = invoice().draftedBy(api);
    String finalise = AnInvoice.path(draft) + "/finalise";
    assertThat(api.ifMatch(draft.etag()).post(finalise).code())
        .isEqualTo("idempotency-key-required");
    assertThat(api.once().post(finalise).status()).isEqualTo(428);
    assertThat(api.once().ifMatch("\"7\"").post(finalise).status()).isEqualTo(412);
  }

  @Test
  void wrong_lines_are_refused_each_with_its_place() {
    ApiAnswer answer =
        invoice()
            .line(
                Map.of(
                    "description", "x",
                    "quantity", "0",
                    "unitPrice", Map.of("amount", "14.70", "currency", "XXX")))
            .postedBy(api);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.faults())
        .containsExactlyInAnyOrder(
            "/lines/0/quantity", "/lines/0/unitPrice/amount", "/lines/0/unitPrice/currency");
    assertThat(invoice().in("EUR").over(1).in("USD").postedBy(api).code())
        .isEqualTo("validation-failed");
    assertThat(invoice().with("customerId", UUID.randomUUID()).postedBy(api).code())
        .isEqualTo("customer-not-found");
  }

  @Test
  void a_line_of_a_plan_has_its_price_its_name_its_tax_and_the_discount_of_a_rule() {
    ApiAnswer product = AProduct.any().with("taxRate", "0.2").createdBy(api);
    ApiAnswer plan = APlan.any().of(product).at("2500", "USD").createdBy(api);
    api.post(
        "/api/v1/pricing-rules",
        Map.of("planId", plan.id(), "name", "Ten", "minQuantity", "10", "discountRate", "0.1"));
    ApiAnswer invoice =
        invoice()
            .line(Map.of("planId", plan.id(), "quantity", "10"))
            .line(Map.of("planId", plan.id(), "quantity", "9", "description", "Nine of them"))
            .line(Map.of("planId", plan.id(), "discountRate", "0", "taxRate", "0"))
            .finalisedBy(api);
    assertThat(invoice.json().at("/lines/0/description").asText()).isEqualTo(plan.text("name"));
    assertThat(invoice.json().at("/lines/0/discount/amount").asText()).isEqualTo("2500");
    assertThat(invoice.json().at("/lines/0/pricingRuleId").isNull()).isFalse();
    assertThat(invoice.json().at("/lines/0/tax/amount").asText()).isEqualTo("4500");
    assertThat(invoice.json().at("/lines/0/productId").asText()).isEqualTo(product.text("id"));
    assertThat(invoice.json().at("/lines/1/discount/amount").asText()).isEqualTo("0");
    assertThat(invoice.json().at("/lines/1/pricingRuleId").isNull()).isTrue();
    assertThat(invoice.json().at("/lines/2/total/amount").asText()).isEqualTo("2500");
    assertThat(amount(invoice, "total")).isEqualTo("56500");
  }

  @Test
  void a_line_says_what_the_catalogue_does_not() {
    ApiAnswer product = AProduct.any().createdBy(api);
    ApiAnswer plan = APlan.any().of(product).at("1", "EUR").createdBy(api);
    assertThat(invoice().line(Map.of("productId", product.id())).postedBy(api).code())
        .isEqualTo("validation-failed");
    assertThat(invoice().line(Map.of("unitPrice", AnInvoice.money(1, "USD"))).postedBy(api).code())
        .isEqualTo("validation-failed");
    assertThat(invoice().line(Map.of("planId", plan.id())).postedBy(api).text("detail"))
        .contains("currency");
    assertThat(invoice().line(Map.of("planId", UUID.randomUUID())).postedBy(api).code())
        .isEqualTo("plan-not-found");
  }

  @Test
  void lists_are_narrowed_by_state_customer_number_and_due_day() {
    ApiAnswer open = invoice().with("paymentDays", 0).finalisedBy(api);
    ApiAnswer draft = invoice().draftedBy(api);
    assertThat(listed("?status=draft")).containsExactly(draft.text("id"));
    assertThat(listed("?number=" + open.text("number"))).containsExactly(open.text("id"));
    assertThat(listed("?customerId=" + customer.id())).hasSize(2);
    assertThat(listed("?dueBefore=" + LocalDate.parse(open.text("dueOn")).plusDays(1)))
        .containsExactly(open.text("id"));
    assertThat(listed("?dueBefore=" + open.text("dueOn"))).isEmpty();
    assertThat(api.get(AnInvoice.PATH + "?dueBefore=yesterday").status()).isEqualTo(400);
  }

  @Test
  void every_change_leaves_an_act() {
    ApiAnswer draft = invoice().draftedBy(api);
    ApiAnswer invoice = AnInvoice.step(api, draft, "finalise");
    AnInvoice.step(api, invoice, "void");
    List<String> acts = new ArrayList<>();
    api.get("/api/v1/audit-activities?resourceId=" + draft.id())
        .json()
        .path("data")
        .forEach(act -> acts.add(act.path("action").asText()));
    assertThat(acts).containsExactly("invoice.voided", "invoice.finalised", "invoice.created");
  }

  @Test
  void who_may_only_read_invoices_makes_none() {
    ApiClient reader = ATenant.of(platform).api(Set.of(Permission.INVOICES_READ));
    assertThat(reader.get(AnInvoice.PATH).status()).isEqualTo(200);
    assertThat(invoice().postedBy(reader).status()).isEqualTo(403);
  }

  private AnInvoice invoice() {
    return AnInvoice.of(customer);
  }

  private List<String> listed(String query) {
    List<String> ids = new ArrayList<>();
    api.get(AnInvoice.PATH + query)
        .json()
        .path("data")
        .forEach(row -> ids.add(row.path("id").asText()));
    return ids;
  }

  /** What happened to an invoice, in order, each fact numbered by its place. */
  private List<String> facts(ApiAnswer invoice) {
    List<String> types = new ArrayList<>();
    api.get("/api/v1/billing-events?aggregateId=" + invoice.id())
        .json()
        .path("data")
        .forEach(
            fact -> {
              types.add(0, fact.path("type").asText());
            });
    return types;
  }

  private static String amount(ApiAnswer invoice, String field) {
    return invoice.json().path(field).path("amount").asText();
  }
}
