package com.dotmac.platform.it.billing.credits;

import static com.dotmac.platform.it.billing.credits.Books.amount;
import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.fixtures.ACreditNote;
import com.dotmac.platform.it.fixtures.ACustomer;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.fixtures.AnInvoice;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is done in whatever order, the books of a customer balance after each step. */
@NeedsPlatform
class CreditBooksIT {
  private static final int STEPS = 30;

  /** Refusals that a step by chance may meet. */
  private static final Set<String> OF_CHANCE =
      Set.of(
          "credit-note-exceeds-invoice",
          "credit-note-nothing-to-credit",
          "credit-note-application-exceeds",
          "credit-note-invoice-not-open",
          "credit-note-invoice-not-creditable",
          "credit-note-used-elsewhere",
          "credit-note-void",
          "invoice-step-not-allowed");

  private final ApiClient api;
  private final List<ApiAnswer> invoices = new ArrayList<>();
  private final List<ApiAnswer> notes = new ArrayList<>();

  CreditBooksIT(RunningPlatform platform) {
    api = ATenant.of(platform).api();
  }

  @ParameterizedTest
  @CsvSource({"JPY, 1", "USD, 2", "KWD, 3", "CLF, 4", "USD, 5", "KWD, 6"})
  void credit_is_neither_made_nor_lost(String currency, long seed) {
    Random random = new Random(seed);
    ApiAnswer customer = ACustomer.any().createdBy(api);
    for (int invoice = 0; invoice < 4; invoice++) {
      invoices.add(
          AnInvoice.of(customer)
              .in(currency)
              .line("1.5", 1 + random.nextInt(900), "0.19")
              .line("1", 1 + random.nextInt(900), "0.0775")
              .finalisedBy(api));
    }
    for (int step = 0; step < STEPS; step++) {
      ApiAnswer answer = step(random, currency);
      if (answer.status() >= 300) {
        assertThat(OF_CHANCE).as("a refusal: %s", answer.body()).contains(answer.code());
      }
      assertBalanced(customer, currency);
    }
    for (ApiAnswer note : notes) {
      ACreditNote.makeVoid(api, ACreditNote.read(api, note));
    }
    assertBalanced(customer, currency);
    assertThat(api.get(ACustomer.path(customer) + "/credit").json().path("balances")).isEmpty();
    for (ApiAnswer invoice : invoices) {
      assertThat(amount(AnInvoice.read(api, invoice), "credited")).isZero();
    }
  }

  private ApiAnswer step(Random random, String currency) {
    ApiAnswer invoice = invoices.get(random.nextInt(invoices.size()));
    int kind = notes.isEmpty() ? 0 : random.nextInt(10);
    if (kind < 4) {
      ACreditNote wish = ACreditNote.of(invoice);
      ApiAnswer note =
          (random.nextInt(6) == 0 ? wish : wish.over(1 + random.nextInt(700), currency))
              .with("autoApply", random.nextInt(3) > 0)
              .postedBy(api);
      if (note.status() == 201) {
        notes.add(note);
      }
      return note;
    }
    ApiAnswer note = notes.get(random.nextInt(notes.size()));
    if (kind < 7) {
      return random.nextBoolean()
          ? ACreditNote.apply(api, note, invoice)
          : ACreditNote.apply(
              api, note, invoice, AnInvoice.money(1 + random.nextInt(200), currency));
    }
    return kind < 9
        ? ACreditNote.makeVoid(api, ACreditNote.read(api, note))
        : AnInvoice.step(api, AnInvoice.read(api, invoice), "void");
  }

  private void assertBalanced(ApiAnswer customer, String currency) {
    long credited = 0;
    for (ApiAnswer made : invoices) {
      ApiAnswer invoice = AnInvoice.read(api, made);
      credited += amount(invoice, "credited");
      assertThat(amount(invoice, "balance"))
          .isEqualTo(
              amount(invoice, "total")
                  - amount(invoice, "paid")
                  + amount(invoice, "refunded")
                  - amount(invoice, "credited"))
          .isNotNegative();
      assertThat(totalOfNotes(made)).isLessThanOrEqualTo(amount(invoice, "total"));
    }
    long applied = 0;
    long remaining = 0;
    for (ApiAnswer issued : notes) {
      ApiAnswer note = ACreditNote.read(api, issued);
      long total = note.text("status").equals("void") ? 0 : amount(note, "total");
      assertThat(amount(note, "applied") + amount(note, "remaining")).isEqualTo(total);
      applied += amount(note, "applied");
      remaining += amount(note, "remaining");
    }
    assertThat(applied).isEqualTo(credited);
    long credit = 0;
    for (var balance : api.get(ACustomer.path(customer) + "/credit").json().path("balances")) {
      assertThat(balance.path("currency").asText()).isEqualTo(currency);
      credit += balance.path("creditNotes").path("amount").asLong();
    }
    assertThat(credit).isEqualTo(remaining);
  }

  private long totalOfNotes(ApiAnswer invoice) {
    return notes.stream()
        .filter(note -> note.text("invoiceId").equals(invoice.text("id")))
        .map(note -> ACreditNote.read(api, note))
        .filter(note -> !note.text("status").equals("void"))
        .mapToLong(note -> amount(note, "total"))
        .sum();
  }
}
