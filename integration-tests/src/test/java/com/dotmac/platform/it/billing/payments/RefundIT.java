package com.dotmac.platform.it.billing.payments;

import static com.dotmac.platform.it.fixtures.APayment.minor;
import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.fixtures.ACustomer;
import com.dotmac.platform.it.fixtures.APayment;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.fixtures.AnInvoice;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.AtOnce;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Money that people send back. */
@NeedsPlatform
class RefundIT {
  private final ApiClient api;
  private final ApiAnswer customer;

  RefundIT(RunningPlatform platform) {
    api = ATenant.of(platform).api();
    customer = ACustomer.any().createdBy(api);
  }

  @Test
  void a_full_refund_takes_back_what_was_paid_and_the_invoice_is_owed_again() {
    ApiAnswer invoice = AnInvoice.of(customer).over(10_000).finalisedBy(api);
    ApiAnswer payment = APayment.of(customer, 10_000).takenBy(api);
    ApiAnswer refund = refund(payment, Map.of("reason", "they left"));
    assertThat(refund.status()).isEqualTo(201);
    assertThat(refund.text("status")).isEqualTo("succeeded");
    assertThat(refund.text("reason")).isEqualTo("they left");
    assertThat(minor(refund, "amount")).isEqualTo(10_000);
    assertThat(minor(refund, "unallocated")).isZero();
    ApiAnswer after = APayment.read(api, payment);
    assertThat(after.text("status")).isEqualTo("refunded");
    assertThat(minor(after, "allocated")).isZero();
    ApiAnswer owed = AnInvoice.read(api, invoice);
    assertThat(owed.text("status")).isEqualTo("open");
    assertThat(minor(owed, "paid")).isEqualTo(10_000);
    assertThat(minor(owed, "refunded")).isEqualTo(10_000);
    assertThat(minor(owed, "balance")).isEqualTo(10_000);
    assertThat(api.get("/api/v1/billing-events?aggregateId=" + payment.id()).column("type"))
        .startsWith("payment.refunded")
        .containsExactlyInAnyOrder("payment.refunded", "payment.allocated", "payment.succeeded");
    assertThat(api.get("/api/v1/audit-activities?action=payment.refunded").rows().get(0).toString())
        .contains("they left");
    String path = APayment.path(payment) + "/refunds";
    assertThat(api.get(path + "/" + refund.id()).body()).isEqualTo(refund.body());
    assertThat(api.get(path).column("id")).containsExactly(refund.text("id"));
  }

  @Test
  void a_partial_refund_takes_credit_first_and_then_what_was_paid_last() {
    ApiAnswer first = AnInvoice.of(customer).over(300).finalisedBy(api);
    ApiAnswer payment = APayment.of(customer, 1_000).takenBy(api);
    ApiAnswer second = AnInvoice.of(customer).over(400).finalisedBy(api);
    APayment.post(api, payment, "allocations", Map.of());
    ApiAnswer refund = refund(payment, Map.of("amount", AnInvoice.money(500, "USD")));
    assertThat(minor(refund, "unallocated")).isEqualTo(300);
    assertThat(balance(second)).isEqualTo(200);
    assertThat(balance(first)).isZero();
    ApiAnswer after = APayment.read(api, payment);
    assertThat(after.text("status")).isEqualTo("partially_refunded");
    assertThat(minor(after, "allocated")).isEqualTo(500);
    assertThat(minor(after, "refunded")).isEqualTo(500);
    assertThat(minor(after, "available")).isZero();
    refund(payment, Map.of());
    assertThat(balance(first)).isEqualTo(300);
    assertThat(balance(second)).isEqualTo(400);
    assertThat(APayment.read(api, payment).text("status")).isEqualTo("refunded");
  }

  @Test
  void chosen_allocations_are_taken_back_and_no_others() {
    ApiAnswer first = AnInvoice.of(customer).over(300).finalisedBy(api);
    ApiAnswer second = AnInvoice.of(customer).over(400).finalisedBy(api);
    ApiAnswer payment = APayment.of(customer, 1_000).paying(first).paying(second).takenBy(api);
    String ofFirst =
        api.get(APayment.path(payment) + "/allocations").rows().stream()
            .filter(row -> row.path("invoiceId").asText().equals(first.text("id")))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asText();
    Map<String, Object> some =
        Map.of("allocationId", ofFirst, "amount", AnInvoice.money(120, "USD"));
    ApiAnswer refund = refund(payment, Map.of("allocations", List.of(some)));
    assertThat(minor(refund, "amount")).isEqualTo(120);
    assertThat(balance(first)).isEqualTo(120);
    assertThat(balance(second)).isZero();
    assertThat(minor(APayment.read(api, payment), "available")).isEqualTo(300);
    Map<String, Object> rest = Map.of("allocationId", ofFirst);
    assertThat(minor(refund(payment, Map.of("allocations", List.of(rest))), "amount"))
        .isEqualTo(180);
    assertThat(refund(payment, Map.of("allocations", List.of(rest))).code())
        .isEqualTo("payment-more-than-paid");
    assertThat(
            refund(
                    payment,
                    Map.of("allocations", List.of(Map.of("allocationId", first.text("id")))))
                .code())
        .isEqualTo("payment-allocation-not-found");
    assertThat(
            refund(
                    payment,
                    Map.of("amount", AnInvoice.money(1, "USD"), "allocations", List.of(rest)))
                .code())
        .isEqualTo("validation-failed");
  }

  @Test
  void no_more_goes_back_than_was_paid() {
    ApiAnswer payment = APayment.of(customer, 1_000).takenBy(api);
    for (Map<String, Object> wrong :
        List.of(
            AnInvoice.money(1_001, "USD"), AnInvoice.money(0, "USD"), AnInvoice.money(5, "EUR"))) {
      assertThat(refund(payment, Map.of("amount", wrong)).status()).isIn(409, 422);
    }
    refund(payment, Map.of("amount", AnInvoice.money(600, "USD")));
    assertThat(refund(payment, Map.of("amount", AnInvoice.money(401, "USD"))).code())
        .isEqualTo("payment-more-than-paid");
    refund(payment, Map.of("amount", AnInvoice.money(400, "USD")));
    assertThat(refund(payment, Map.of()).code()).isEqualTo("payment-more-than-paid");
    assertThat(minor(APayment.read(api, payment), "refunded")).isEqualTo(1_000);
  }

  @Test
  void of_twenty_refunds_at_once_no_more_than_was_paid_goes_back() {
    ApiAnswer invoice = AnInvoice.of(customer).over(700).finalisedBy(api);
    ApiAnswer payment = APayment.of(customer, 1_000).takenBy(api);
    List<ApiAnswer> answers =
        AtOnce.times(20, place -> refund(payment, Map.of("amount", AnInvoice.money(130, "USD"))));
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(7);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("payment-more-than-paid"));
    assertThat(minor(APayment.read(api, payment), "refunded")).isEqualTo(910);
    assertThat(balance(invoice)).isEqualTo(610);
  }

  @Test
  void refunded_money_pays_nothing_any_more_and_the_rest_does() {
    ApiAnswer payment = APayment.of(customer, 1_000).takenBy(api);
    refund(payment, Map.of("amount", AnInvoice.money(900, "USD")));
    ApiAnswer invoice = AnInvoice.of(customer).over(500).finalisedBy(api);
    ApiAnswer after = APayment.post(api, payment, "allocations", Map.of());
    assertThat(minor(after, "allocated")).isEqualTo(100);
    assertThat(balance(invoice)).isEqualTo(400);
  }

  private ApiAnswer refund(ApiAnswer payment, Map<String, Object> body) {
    return APayment.post(api, payment, "refunds", body);
  }

  private long balance(ApiAnswer invoice) {
    return minor(AnInvoice.read(api, invoice), "balance");
  }
}
