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

/** Money that banks of payers take back. */
@NeedsPlatform
class DisputeIT {
  private final ApiClient api;
  private final ApiAnswer customer;

  DisputeIT(RunningPlatform platform) {
    api = ATenant.of(platform).api();
    customer = ACustomer.any().createdBy(api);
  }

  @Test
  void disputed_money_pays_nothing_and_won_money_pays_what_it_paid() {
    ApiAnswer invoice = AnInvoice.of(customer).over(700).finalisedBy(api);
    ApiAnswer payment = APayment.of(customer, 1_000).takenBy(api);
    ApiAnswer dispute = dispute(payment, Map.of("providerDisputeId", "dp_1", "reason", "fraud"));
    assertThat(dispute.status()).isEqualTo(201);
    assertThat(dispute.text("status")).isEqualTo("open");
    assertThat(minor(dispute, "amount")).isEqualTo(1_000);
    assertThat(minor(dispute, "unallocated")).isEqualTo(300);
    assertThat(APayment.read(api, payment).text("status")).isEqualTo("disputed");
    assertThat(balance(invoice)).isEqualTo(700);
    ApiAnswer won = APayment.decide(api, dispute, "win");
    assertThat(won.status()).isEqualTo(200);
    assertThat(won.text("status")).isEqualTo("won");
    ApiAnswer after = APayment.read(api, payment);
    assertThat(after.text("status")).isEqualTo("succeeded");
    assertThat(minor(after, "allocated")).isEqualTo(700);
    assertThat(minor(after, "available")).isEqualTo(300);
    ApiAnswer paid = AnInvoice.read(api, invoice);
    assertThat(paid.text("status")).isEqualTo("paid");
    assertThat(minor(paid, "refunded")).isZero();
    assertThat(api.get("/api/v1/billing-events?aggregateId=" + payment.id()).column("type"))
        .startsWith("payment.dispute_won", "payment.disputed");
    String path = APayment.path(payment) + "/disputes";
    assertThat(api.get(path + "/" + dispute.id()).body()).isEqualTo(won.body());
    assertThat(api.get(path).column("id")).containsExactly(dispute.text("id"));
  }

  @Test
  void lost_money_is_gone_and_cannot_be_refunded() {
    ApiAnswer invoice = AnInvoice.of(customer).over(1_000).finalisedBy(api);
    ApiAnswer payment = APayment.of(customer, 1_000).takenBy(api);
    ApiAnswer dispute = dispute(payment, Map.of("amount", AnInvoice.money(400, "USD")));
    APayment.decide(api, dispute, "lose");
    ApiAnswer after = APayment.read(api, payment);
    assertThat(after.text("status")).isEqualTo("partially_refunded");
    assertThat(minor(after, "chargedBack")).isEqualTo(400);
    assertThat(balance(invoice)).isEqualTo(400);
    assertThat(
            APayment.post(api, payment, "refunds", Map.of("amount", AnInvoice.money(601, "USD")))
                .code())
        .isEqualTo("payment-more-than-paid");
    ApiAnswer rest = APayment.post(api, payment, "refunds", Map.of());
    assertThat(minor(rest, "amount")).isEqualTo(600);
    assertThat(APayment.read(api, payment).text("status")).isEqualTo("refunded");
    assertThat(balance(invoice)).isEqualTo(1_000);
  }

  @Test
  void of_one_minor_unit_there_is_a_refund_or_a_dispute_and_never_both() {
    ApiAnswer payment = APayment.of(customer, 1_000).takenBy(api);
    APayment.post(api, payment, "refunds", Map.of("amount", AnInvoice.money(600, "USD")));
    assertThat(dispute(payment, Map.of("amount", AnInvoice.money(401, "USD"))).code())
        .isEqualTo("payment-more-than-paid");
    ApiAnswer dispute = dispute(payment, Map.of());
    assertThat(minor(dispute, "amount")).isEqualTo(400);
    assertThat(APayment.post(api, payment, "refunds", Map.of()).code())
        .isEqualTo("payment-more-than-paid");
    APayment.decide(api, dispute, "win");
    assertThat(minor(APayment.post(api, payment, "refunds", Map.of()), "amount")).isEqualTo(400);
    assertThat(minor(APayment.read(api, payment), "refunded")).isEqualTo(1_000);
  }

  @Test
  void of_refunds_and_disputes_at_once_no_more_than_was_paid_is_taken() {
    ApiAnswer invoice = AnInvoice.of(customer).over(1_000).finalisedBy(api);
    ApiAnswer payment = APayment.of(customer, 1_000).takenBy(api);
    Map<String, Object> some = Map.of("amount", AnInvoice.money(110, "USD"));
    List<ApiAnswer> answers =
        AtOnce.times(
            20,
            place ->
                place % 2 == 0
                    ? APayment.post(api, payment, "refunds", some)
                    : dispute(payment, some));
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(9);
    assertThat(balance(invoice)).isEqualTo(990);
  }

  @Test
  void what_was_paid_otherwise_meanwhile_is_not_paid_twice_and_the_rest_is_credit() {
    ApiAnswer invoice = AnInvoice.of(customer).over(700).finalisedBy(api);
    ApiAnswer payment = APayment.of(customer, 700).takenBy(api);
    ApiAnswer dispute = dispute(payment, Map.of());
    APayment.of(customer, 500).paying(invoice).takenBy(api);
    APayment.decide(api, dispute, "win");
    assertThat(balance(invoice)).isZero();
    ApiAnswer after = APayment.read(api, payment);
    assertThat(minor(after, "allocated")).isEqualTo(200);
    assertThat(minor(after, "available")).isEqualTo(500);
    assertThat(after.text("status")).isEqualTo("succeeded");
  }

  @Test
  void an_invoice_that_was_voided_meanwhile_gets_nothing_back() {
    ApiAnswer invoice = AnInvoice.of(customer).over(700).finalisedBy(api);
    ApiAnswer payment = APayment.of(customer, 700).takenBy(api);
    ApiAnswer dispute = dispute(payment, Map.of());
    ApiAnswer none = AnInvoice.step(api, AnInvoice.read(api, invoice), "void");
    assertThat(none.text("status")).isEqualTo("void");
    assertThat(APayment.decide(api, dispute, "win").status()).isEqualTo(200);
    assertThat(minor(APayment.read(api, payment), "available")).isEqualTo(700);
  }

  @Test
  void a_dispute_is_decided_once() {
    ApiAnswer payment = APayment.of(customer, 700).takenBy(api);
    ApiAnswer dispute = dispute(payment, Map.of());
    ApiAnswer lost = APayment.decide(api, dispute, "lose");
    assertThat(APayment.decide(api, dispute, "win").code()).isEqualTo("version-conflict");
    ApiAnswer again = APayment.decide(api, lost, "win");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo("payment-dispute-closed");
    assertThat(minor(APayment.read(api, payment), "available")).isZero();
  }

  @Test
  void a_notice_that_comes_again_changes_nothing_and_any_may_come_first() {
    ApiAnswer invoice = AnInvoice.of(customer).over(700).finalisedBy(api);
    ApiAnswer payment = APayment.of(customer, 700).takenBy(api);
    Map<String, Object> opened = Map.of("kind", "dispute_opened", "providerName", "dp_7");
    Map<String, Object> won = Map.of("kind", "dispute_won", "providerName", "dp_7");
    ApiAnswer first = APayment.post(api, payment, "notices", opened);
    assertThat(first.text("status")).isEqualTo("disputed");
    assertThat(APayment.post(api, payment, "notices", opened).body()).isEqualTo(first.body());
    assertThat(api.get(APayment.path(payment) + "/disputes").rows()).hasSize(1);
    ApiAnswer back = APayment.post(api, payment, "notices", won);
    assertThat(back.text("status")).isEqualTo("succeeded");
    for (Map<String, Object> late : List.of(won, opened)) {
      assertThat(APayment.post(api, payment, "notices", late).body()).isEqualTo(back.body());
    }
    assertThat(balance(invoice)).isZero();
    ApiAnswer gone =
        APayment.post(
            api, payment, "notices", Map.of("kind", "dispute_lost", "providerName", "dp_8"));
    assertThat(minor(gone, "chargedBack")).isEqualTo(700);
    assertThat(APayment.post(api, payment, "notices", Map.of("kind", "dispute_won")).code())
        .isEqualTo("validation-failed");
  }

  @Test
  void a_notice_of_a_dispute_takes_no_more_than_did_not_go_back_yet() {
    ApiAnswer payment = APayment.of(customer, 700).takenBy(api);
    APayment.post(api, payment, "refunds", Map.of("amount", AnInvoice.money(600, "USD")));
    Map<String, Object> all =
        Map.of(
            "kind", "dispute_opened",
            "providerName", "dp_9",
            "amount", AnInvoice.money(700, "USD"));
    assertThat(minor(APayment.post(api, payment, "notices", all), "disputed")).isEqualTo(100);
    Map<String, Object> more = Map.of("kind", "dispute_opened", "providerName", "dp_10");
    ApiAnswer nothingLeft = APayment.post(api, payment, "notices", more);
    assertThat(nothingLeft.status()).isEqualTo(200);
    assertThat(minor(nothingLeft, "disputed")).isEqualTo(100);
  }

  private ApiAnswer dispute(ApiAnswer payment, Map<String, Object> body) {
    return APayment.post(api, payment, "disputes", body);
  }

  private long balance(ApiAnswer invoice) {
    return minor(AnInvoice.read(api, invoice), "balance");
  }
}
