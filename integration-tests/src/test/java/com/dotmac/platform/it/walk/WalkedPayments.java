package com.dotmac.platform.it.walk;

import com.dotmac.platform.it.fixtures.ACustomer;
import com.dotmac.platform.it.fixtures.APayment;
import com.dotmac.platform.it.fixtures.AnInvoice;
import com.dotmac.platform.it.harness.ApiAnswer;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** How a tenant comes by what belongs to payments. */
final class WalkedPayments {
  private WalkedPayments() {}

  /** A payment that nothing was done with yet. */
  static ApiAnswer payment(Home home) {
    return APayment.of(customer(home), 250_000, "EUR").asCredit().takenBy(home.api());
  }

  /**
   * A part of a payment that pays an invoice.
   *
   * @param above the payment; empty: a new one
   */
  static String allocation(Home home, List<String> above) {
    String path = path(home, above);
    String customerId = home.api().get(path).text("customerId");
    owedBy(home, home.api().get(ACustomer.PATH + "/" + customerId));
    made(200, home.api().once().post(path + "/allocations", Map.of()));
    return home.api().get(path + "/allocations?limit=1").column("id").get(0);
  }

  /**
   * A refund, or a dispute, of a payment.
   *
   * @param what {@code refunds} or {@code disputes}
   * @param above the payment; empty: a new one
   */
  static String partOf(Home home, String what, List<String> above) {
    Map<String, Object> little = Map.of("amount", AnInvoice.money(100, "EUR"));
    return made(201, home.api().once().post(path(home, above) + "/" + what, little)).text("id");
  }

  /**
   * A payment method.
   *
   * @param above the customer; empty: a new one
   */
  static String method(Home home, List<String> above) {
    String customerId = above.isEmpty() ? customer(home).text("id") : above.get(0);
    return made(
            201,
            home.api()
                .post(
                    ACustomer.PATH + "/" + customerId + "/payment-methods",
                    Map.of("kind", "bank_transfer", "label", "Till " + home.next())))
        .text("id");
  }

  /**
   * An invoice that is owed, in the currency of the payments.
   *
   * @param above a customer, or a payment of a customer
   * @param other one for where there is neither
   */
  static ApiAnswer invoice(Home home, List<String> above, Supplier<ApiAnswer> other) {
    if (above.isEmpty()) {
      return other.get();
    }
    ApiAnswer payment = home.api().get(APayment.PATH + "/" + above.get(0));
    String customerId = payment.status() == 200 ? payment.text("customerId") : above.get(0);
    ApiAnswer customer = home.api().get(ACustomer.PATH + "/" + customerId);
    return customer.status() == 200 ? owedBy(home, customer) : other.get();
  }

  private static ApiAnswer owedBy(Home home, ApiAnswer customer) {
    return AnInvoice.of(customer).in("EUR").over(100).finalisedBy(home.api());
  }

  private static String path(Home home, List<String> above) {
    return APayment.PATH + "/" + (above.isEmpty() ? payment(home).text("id") : above.get(0));
  }

  private static ApiAnswer customer(Home home) {
    return ACustomer.named("Nord " + home.next()).createdBy(home.api());
  }

  private static ApiAnswer made(int status, ApiAnswer answer) {
    if (answer.status() != status) {
      throw new AssertionError("The walk cannot make one: " + answer.body());
    }
    return answer;
  }
}
