package com.dotmac.platform.it.billing.payments;

import static com.dotmac.platform.it.fixtures.APayment.minor;
import static com.dotmac.platform.it.fixtures.APayment.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.it.fixtures.ACustomer;
import com.dotmac.platform.it.fixtures.APayment;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.fixtures.AnInvoice;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.AtOnce;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Money that people record, and what it pays. */
@NeedsPlatform
class PaymentIT {
  private final RunningPlatform platform;
  private final ATenant tenant;
  private final ApiClient api;
  private final ApiAnswer customer;

  PaymentIT(RunningPlatform platform) {
    this.platform = platform;
    tenant = ATenant.of(platform);
    api = tenant.api();
    customer = ACustomer.any().createdBy(api);
  }

  @Test
  void money_that_came_pays_the_invoice_and_all_of_it_is_told() {
    ApiAnswer invoice = invoice(10_000);
    ApiAnswer payment = APayment.of(customer, 10_000).with("reference", "RF18").takenBy(api);
    assertThat(payment.header("Location")).endsWith(APayment.path(payment));
    assertThat(payment.text("status")).isEqualTo("succeeded");
    assertThat(payment.text("provider")).isEqualTo("manual");
    assertThat(payment.text("receivedAt")).isEqualTo(payment.text("createdAt"));
    assertThat(minor(payment, "allocated")).isEqualTo(10_000);
    assertThat(minor(payment, "available")).isZero();
    ApiAnswer read = APayment.read(api, payment);
    assertThat(read.body()).isEqualTo(payment.body());
    assertThat(read.etag()).isEqualTo(payment.etag());
    ApiAnswer paid = AnInvoice.read(api, invoice);
    assertThat(paid.text("status")).isEqualTo("paid");
    assertThat(minor(paid, "paid")).isEqualTo(10_000);
    assertThat(minor(paid, "balance")).isZero();
    ApiAnswer parts = api.get(APayment.path(payment) + "/allocations");
    assertThat(parts.column("invoiceId")).containsExactly(invoice.text("id"));
    assertThat(api.get("/api/v1/billing-events?aggregateId=" + payment.id()).column("type"))
        .containsExactlyInAnyOrder("payment.allocated", "payment.succeeded");
    assertThat(api.get("/api/v1/audit-activities?resourceId=" + payment.id()).column("action"))
        .containsExactly("payment.taken");
  }

  @Test
  void what_is_due_first_is_paid_first_by_what_it_owes_and_never_evenly() {
    ApiAnswer late = invoice(AnInvoice.of(customer).over(1_000).with("paymentDays", 30));
    ApiAnswer soon = invoice(AnInvoice.of(customer).over(300).with("paymentDays", 5));
    ApiAnswer between = invoice(AnInvoice.of(customer).over(500).with("paymentDays", 10));
    APayment.of(customer, 1_000).takenBy(api);
    assertThat(balance(soon)).isZero();
    assertThat(balance(between)).isZero();
    assertThat(balance(late)).isEqualTo(800);
    assertThat(AnInvoice.read(api, late).text("status")).isEqualTo("partially_paid");
  }

  @Test
  void what_is_beyond_what_is_owed_is_the_credit_of_the_customer_and_pays_later() {
    ApiAnswer first = invoice(400);
    ApiAnswer payment = APayment.of(customer, 1_000).takenBy(api);
    assertThat(balance(first)).isZero();
    assertThat(minor(payment, "available")).isEqualTo(600);
    assertThat(credit()).isEqualTo("[600 USD]");
    ApiAnswer second = invoice(250);
    ApiAnswer third = invoice(1_000);
    ApiAnswer used =
        APayment.post(
            api, payment, "allocations", Map.of("allocations", List.of(wanted(second, 200L))));
    assertThat(used.status()).isEqualTo(200);
    assertThat(minor(used, "available")).isEqualTo(400);
    assertThat(balance(second)).isEqualTo(50);
    ApiAnswer rest = APayment.post(api, payment, "allocations", Map.of());
    assertThat(minor(rest, "available")).isZero();
    assertThat(balance(second)).isZero();
    assertThat(balance(third)).isEqualTo(650);
    assertThat(credit()).isEqualTo("[]");
    assertThat(api.get(APayment.path(payment) + "/allocations").rows()).hasSize(4);
    ApiAnswer empty = APayment.post(api, payment, "allocations", Map.of());
    assertThat(empty.status()).isEqualTo(409);
    assertThat(empty.code()).isEqualTo("payment-too-little-left");
  }

  @Test
  void chosen_invoices_are_paid_to_the_unit_and_nothing_else_is() {
    ApiAnswer untouched = invoice(AnInvoice.of(customer).over(700).with("paymentDays", 0));
    ApiAnswer exact = invoice(900);
    ApiAnswer open = invoice(400);
    ApiAnswer payment = APayment.of(customer, 1_000).paying(open).paying(exact, 650).takenBy(api);
    assertThat(balance(exact)).isEqualTo(250);
    assertThat(balance(open)).isEqualTo(50);
    assertThat(balance(untouched)).isEqualTo(700);
    assertThat(minor(payment, "available")).isZero();
    ApiAnswer kept = APayment.of(customer, 70).asCredit().takenBy(api);
    assertThat(minor(kept, "available")).isEqualTo(70);
    assertThat(balance(untouched)).isEqualTo(700);
  }

  @Test
  void more_than_an_invoice_owes_is_refused_and_nothing_is_kept_of_the_attempt() {
    ApiAnswer invoice = invoice(500);
    for (APayment wrong :
        List.of(
            APayment.of(customer, 1_000).paying(invoice, 501),
            APayment.of(customer, 400).paying(invoice, 450))) {
      assertThat(wrong.postedBy(api).status()).isEqualTo(409);
    }
    APayment.of(customer, 500).takenBy(api);
    ApiAnswer again = APayment.of(customer, 10).paying(invoice).postedBy(api);
    assertThat(again.code()).isEqualTo("invoice-owes-less");
    assertThat(api.get(APayment.PATH + "?customerId=" + customer.id()).rows()).hasSize(1);
    assertThat(credit()).isEqualTo("[]");
  }

  @Test
  void a_draft_and_a_void_invoice_take_no_money() {
    ApiAnswer draft = AnInvoice.of(customer).draftedBy(api);
    ApiAnswer invoice = invoice(500);
    ApiAnswer none = AnInvoice.step(api, invoice, "void");
    assertThat(none.text("status")).isEqualTo("void");
    for (ApiAnswer closed : List.of(draft, none)) {
      ApiAnswer answer = APayment.of(customer, 100).paying(closed).postedBy(api);
      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.code()).isEqualTo("invoice-owes-less");
    }
    assertThat(minor(APayment.of(customer, 100).takenBy(api), "available")).isEqualTo(100);
  }

  @Test
  void an_invoice_of_another_customer_or_currency_is_not_paid() {
    ApiAnswer stranger = ACustomer.any().createdBy(api);
    ApiAnswer foreign = AnInvoice.of(stranger).over(100).finalisedBy(api);
    ApiAnswer euros = AnInvoice.of(customer).in("EUR").over(100).finalisedBy(api);
    for (ApiAnswer invoice : List.of(foreign, euros)) {
      ApiAnswer answer = APayment.of(customer, 100).paying(invoice).postedBy(api);
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.code()).isEqualTo("payment-other-invoice");
    }
    ApiAnswer kept = APayment.of(customer, 100).takenBy(api);
    assertThat(minor(kept, "available")).isEqualTo(100);
    ApiAnswer other = APayment.of(customer, 30, "EUR").asCredit().takenBy(api);
    assertThat(minor(other, "available")).isEqualTo(30);
    assertThat(credit()).isEqualTo("[30 EUR, 100 USD]");
  }

  @Test
  void what_is_said_of_a_payment_makes_sense_or_is_refused() {
    String later = platform.clock().instant().plus(1, ChronoUnit.DAYS).toString();
    for (APayment wrong :
        List.of(
            APayment.of(customer, 0),
            APayment.of(customer, -5),
            APayment.of(customer, 5).with("receivedAt", later),
            APayment.of(customer, 5).with("reference", "card 4242 4242 4242 4242"),
            APayment.of(customer, 5).with("kind", "gold"))) {
      ApiAnswer answer = wrong.postedBy(api);
      assertThat(answer.status()).as(answer.body()).isEqualTo(422);
      assertThat(answer.code()).isEqualTo("validation-failed");
    }
    Map<String, Object> without =
        Map.of("customerId", customer.id(), "amount", AnInvoice.money(5, "USD"));
    assertThat(api.once().post(APayment.PATH, without).code()).isEqualTo("validation-failed");
    ApiAnswer invoice = invoice(500);
    assertThat(APayment.of(customer, 5).paying(invoice).paying(invoice).postedBy(api).code())
        .isEqualTo("validation-failed");
  }

  @Test
  void money_is_never_taken_without_a_key_and_once_under_one() {
    Map<String, Object> body =
        Map.of(
            "customerId", customer.id(),
            "amount", AnInvoice.money(700, "USD"),
            "kind", "cash");
    assertThat(api.post(APayment.PATH, body).code()).isEqualTo("idempotency-key-required");
    ApiClient under = api.once();
    ApiAnswer first = under.post(APayment.PATH, body);
    ApiAnswer second = under.post(APayment.PATH, body);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(api.get(APayment.PATH).rows()).hasSize(1);
  }

  @Test
  void of_twenty_payments_of_one_invoice_at_once_it_gets_what_it_owes() {
    ApiAnswer invoice = invoice(1_000);
    List<ApiAnswer> answers = AtOnce.times(20, place -> APayment.of(customer, 300).postedBy(api));
    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
    assertThat(answers.stream().mapToLong(answer -> minor(answer, "allocated")).sum())
        .isEqualTo(1_000);
    assertThat(balance(invoice)).isZero();
    assertThat(credit()).contains("5000 ");
  }

  @Test
  void two_invoices_named_in_opposite_orders_by_twenty_at_once_are_paid_without_a_deadlock() {
    ApiAnswer one = invoice(100_000);
    ApiAnswer two = invoice(100_000);
    List<ApiAnswer> answers =
        AtOnce.times(
            20,
            place -> {
              APayment payment = APayment.of(customer, 200);
              return (place % 2 == 0
                      ? payment.paying(one, 100).paying(two, 100)
                      : payment.paying(two, 100).paying(one, 100))
                  .postedBy(api);
            });
    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
    assertThat(balance(one)).isEqualTo(98_000);
    assertThat(balance(two)).isEqualTo(98_000);
  }

  @Test
  void reading_taking_and_refunding_need_their_permissions() {
    ApiAnswer payment = APayment.of(customer, 100).takenBy(api);
    ApiClient reader = tenant.api(EnumSet.of(Permission.PAYMENTS_READ));
    ApiClient writer = tenant.api(EnumSet.of(Permission.PAYMENTS_WRITE));
    ApiClient refunder = tenant.api(EnumSet.of(Permission.PAYMENTS_REFUND));
    assertThat(reader.get(APayment.path(payment)).status()).isEqualTo(200);
    assertThat(writer.get(APayment.path(payment)).status()).isEqualTo(403);
    assertThat(APayment.of(customer, 1).postedBy(reader).status()).isEqualTo(403);
    assertThat(APayment.of(customer, 1).postedBy(writer).status()).isEqualTo(201);
    assertThat(APayment.post(writer, payment, "refunds", Map.of()).status()).isEqualTo(403);
    assertThat(APayment.post(refunder, payment, "refunds", Map.of()).status()).isEqualTo(201);
  }

  @Test
  void what_another_tenant_has_is_as_if_it_were_not_there() {
    ApiAnswer payment = APayment.of(customer, 100).takenBy(api);
    ApiClient stranger = ATenant.of(platform).api();
    assertThat(stranger.get(APayment.path(payment)).code()).isEqualTo("payment-not-found");
    assertThat(stranger.get(APayment.PATH).rows()).isEmpty();
    assertThat(stranger.get(ACustomer.path(customer) + "/credit").code())
        .isEqualTo("customer-not-found");
    ApiAnswer own = ACustomer.any().createdBy(stranger);
    ApiAnswer foreign = invoice(100);
    assertThat(APayment.of(own, 100).paying(foreign).postedBy(stranger).code())
        .isEqualTo("invoice-not-found");
  }

  @Test
  void payments_are_listed_by_customer_and_status() {
    ApiAnswer other = ACustomer.any().createdBy(api);
    ApiAnswer mine = APayment.of(customer, 100).takenBy(api);
    ApiAnswer refunded = APayment.of(customer, 100).takenBy(api);
    APayment.of(other, 100).takenBy(api);
    APayment.post(api, refunded, "refunds", Map.of());
    assertThat(api.get(APayment.PATH + "?customerId=" + customer.id()).column("id"))
        .containsExactly(refunded.text("id"), mine.text("id"));
    assertThat(api.get(APayment.PATH + "?status=refunded&customerId=" + customer.id()).column("id"))
        .containsExactly(refunded.text("id"));
  }

  private ApiAnswer invoice(long minor) {
    return invoice(AnInvoice.of(customer).over(minor));
  }

  private ApiAnswer invoice(AnInvoice invoice) {
    return invoice.finalisedBy(api);
  }

  private long balance(ApiAnswer invoice) {
    return minor(AnInvoice.read(api, invoice), "balance");
  }

  private String credit() {
    List<String> balances = new ArrayList<>();
    api.get(ACustomer.path(customer) + "/credit")
        .json()
        .path("balances")
        .forEach(
            balance -> {
              assertThat(balance.path("total")).isEqualTo(balance.path("payments"));
              balances.add(
                  balance.at("/payments/amount").asText()
                      + " "
                      + balance.path("currency").asText());
            });
    return balances.toString();
  }
}
