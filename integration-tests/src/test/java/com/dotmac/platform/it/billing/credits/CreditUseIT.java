package com.dotmac.platform.it.billing.credits;

import static com.dotmac.platform.it.billing.credits.Books.amount;
import static com.dotmac.platform.it.billing.credits.Books.assertInvoice;
import static com.dotmac.platform.it.billing.credits.Books.assertNote;
import static com.dotmac.platform.it.fixtures.AnInvoice.money;
import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.fixtures.ACreditNote;
import com.dotmac.platform.it.fixtures.ACustomer;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.fixtures.AnInvoice;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.AtOnce;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is left of notes: applied, given back, read as credit of the customer. */
@NeedsPlatform
class CreditUseIT {
  private final ApiClient api;
  private final ApiAnswer customer;

  CreditUseIT(RunningPlatform platform) {
    api = ATenant.of(platform).api();
    customer = ACustomer.any().createdBy(api);
  }

  @Test
  void what_its_invoice_does_not_owe_any_more_is_credit_for_another() {
    ApiAnswer note = credit(300);
    assertNote(note, "issued", 0, 300);
    assertThat(creditOf(customer)).isEqualTo("[USD 300]");
    ApiAnswer next = invoice(1000);

    ApiAnswer part = ACreditNote.apply(api, note, next, money(100, "USD"));
    assertThat(part.status()).isEqualTo(201);
    assertThat(amount(part, "amount")).isEqualTo(100);
    assertNote(ACreditNote.read(api, note), "partially_applied", 100, 200);
    assertInvoice(AnInvoice.read(api, next), "partially_paid", 100, 900);
    ApiAnswer rest = ACreditNote.apply(api, note, next);

    assertThat(amount(rest, "amount")).isEqualTo(200);
    assertNote(ACreditNote.read(api, note), "applied", 300, 0);
    assertInvoice(AnInvoice.read(api, next), "partially_paid", 300, 700);
    assertThat(creditOf(customer)).isEqualTo("[]");
    ApiAnswer list = api.get(ACreditNote.path(note) + "/applications");
    assertThat(list.column("id")).containsExactly(rest.text("id"), part.text("id"));
    assertThat(api.get(ACreditNote.path(note) + "/applications/" + part.id()).json())
        .isEqualTo(part.json());
    assertThat(api.get(ACreditNote.path(note) + "/applications/" + note.id()).code())
        .isEqualTo("credit-note-application-not-found");
  }

  @Test
  void credit_of_several_currencies_is_never_added_up() {
    credit(300);
    credit(40);
    credit(5000, "JPY");

    assertThat(creditOf(customer)).isEqualTo("[JPY 5000, USD 340]");
    assertThat(creditOf(ACustomer.any().createdBy(api))).isEqualTo("[]");
    assertThat(api.get("/api/v1/customers/" + UUID.randomUUID() + "/credit").code())
        .isEqualTo("customer-not-found");
  }

  @Test
  void credit_goes_only_where_it_belongs_and_is_owed() {
    ApiAnswer note = credit(300);
    ApiAnswer stranger = AnInvoice.of(ACustomer.any().createdBy(api)).over(100).finalisedBy(api);
    ApiAnswer euros = AnInvoice.of(customer).in("EUR").over(100).finalisedBy(api);
    ApiAnswer draft = AnInvoice.of(customer).over(100).draftedBy(api);
    ApiAnswer gone = invoice(100);
    AnInvoice.step(api, gone, "void");
    ApiAnswer lost = invoice(100);
    AnInvoice.step(api, lost, "give-up");
    ApiAnswer covered = invoice(100);
    ACreditNote.of(covered).issuedBy(api);

    assertThat(ACreditNote.apply(api, note, stranger).code())
        .isEqualTo("credit-note-other-customer");
    assertThat(ACreditNote.apply(api, note, euros).code()).isEqualTo("credit-note-other-customer");
    for (ApiAnswer closed : List.of(draft, gone, lost, covered)) {
      assertThat(ACreditNote.apply(api, note, closed).code())
          .isEqualTo("credit-note-invoice-not-open");
    }
    ApiAnswer owed = invoice(200);
    assertThat(ACreditNote.apply(api, note, owed, money(201, "USD")).code())
        .isEqualTo("credit-note-application-exceeds");
    assertThat(ACreditNote.apply(api, note, owed, money(0, "USD")).code())
        .isEqualTo("credit-note-application-exceeds");
    assertThat(ACreditNote.apply(api, note, owed, money(1, "EUR")).code())
        .isEqualTo("credit-note-other-currency");
    assertNote(ACreditNote.read(api, note), "issued", 0, 300);
  }

  @Test
  void void_restores_every_invoice_as_it_was() {
    ApiAnswer own = invoice(1000);
    ApiAnswer note = ACreditNote.of(own).over(400).issuedBy(api);
    assertInvoice(AnInvoice.read(api, own), "partially_paid", 400, 600);

    ApiAnswer gone = ACreditNote.makeVoid(api, note);

    assertThat(gone.status()).isEqualTo(200);
    assertNote(gone, "void", 0, 0);
    assertThat(amount(gone, "total")).isEqualTo(400);
    assertInvoice(AnInvoice.read(api, own), "open", 0, 1000);
    ApiAnswer application = api.get(ACreditNote.path(note) + "/applications");
    assertThat(application.rows()).hasSize(1);
    assertThat(application.column("undoneAt").get(0)).isNotEqualTo("null");
    assertThat(ACreditNote.makeVoid(api, gone).code()).isEqualTo("credit-note-void");
    assertThat(ACreditNote.makeVoid(api, note).status()).isEqualTo(412);
    assertThat(ACreditNote.apply(api, note, own).code()).isEqualTo("credit-note-void");
    assertThat(amount(ACreditNote.of(own).issuedBy(api), "total")).isEqualTo(1000);
  }

  @Test
  void void_reopens_what_the_credit_had_paid_also_elsewhere() {
    ApiAnswer note = credit(300);
    ApiAnswer one = invoice(100);
    ApiAnswer other = invoice(150);
    ACreditNote.apply(api, note, one);
    ACreditNote.apply(api, note, other);
    assertInvoice(AnInvoice.read(api, one), "paid", 100, 0);

    ApiAnswer gone = ACreditNote.makeVoid(api, ACreditNote.read(api, note));

    assertNote(gone, "void", 0, 0);
    assertInvoice(AnInvoice.read(api, one), "open", 0, 100);
    assertInvoice(AnInvoice.read(api, other), "open", 0, 150);
    assertThat(api.get("/api/v1/billing-events?aggregateId=" + one.id()).column("type"))
        .startsWith("invoice.reopened", "invoice.paid");
    assertThat(api.get("/api/v1/billing-events?aggregateId=" + note.id()).column("type"))
        .filteredOn("credit_note.unapplied"::equals)
        .hasSize(2);
    assertThat(creditOf(customer)).isEqualTo("[]");
  }

  @Test
  void an_invoice_that_becomes_void_gives_back_what_was_applied_and_takes_its_notes_along() {
    ApiAnswer foreign = credit(300);
    ApiAnswer invoice = invoice(1000);
    ACreditNote.apply(api, foreign, invoice);
    ApiAnswer own = ACreditNote.of(invoice).over(200).issuedBy(api);
    ApiAnswer read = AnInvoice.read(api, invoice);
    assertInvoice(read, "partially_paid", 500, 500);

    assertThat(AnInvoice.step(api, read, "void").status()).isEqualTo(200);

    assertInvoice(AnInvoice.read(api, invoice), "void", 0, 1000);
    assertNote(ACreditNote.read(api, foreign), "issued", 0, 300);
    assertNote(ACreditNote.read(api, own), "void", 0, 0);
    assertThat(creditOf(customer)).isEqualTo("[USD 300]");
  }

  @Test
  void an_invoice_whose_note_is_in_use_elsewhere_stays() {
    ApiAnswer foreign = credit(900);
    ApiAnswer invoice = invoice(1000);
    ACreditNote.apply(api, foreign, invoice);
    ApiAnswer own = ACreditNote.of(invoice).over(300).issuedBy(api);
    assertNote(own, "partially_applied", 100, 200);
    ACreditNote.apply(api, own, invoice(50));

    ApiAnswer refused = AnInvoice.step(api, AnInvoice.read(api, invoice), "void");

    assertThat(refused.code()).isEqualTo("credit-note-used-elsewhere");
    assertThat(refused.text("detail")).contains(own.text("number"));
    assertInvoice(AnInvoice.read(api, invoice), "paid", 1000, 0);
    assertNote(ACreditNote.read(api, foreign), "applied", 900, 0);
    ACreditNote.makeVoid(api, ACreditNote.read(api, own));
    assertThat(AnInvoice.step(api, AnInvoice.read(api, invoice), "void").status()).isEqualTo(200);
    assertNote(ACreditNote.read(api, foreign), "issued", 0, 900);
  }

  /** Its customer gets no credit to spend while the invoice is not paid. */
  @Test
  void a_note_of_an_invoice_that_was_given_up_lessens_it() {
    ApiAnswer lost = invoice(100);
    AnInvoice.step(api, lost, "give-up");

    ApiAnswer note = ACreditNote.of(lost).over(30).issuedBy(api);

    assertNote(note, "applied", 30, 0);
    assertInvoice(AnInvoice.read(api, lost), "uncollectible", 30, 70);
  }

  /**
   * However many ask at once, no unit of a note is used twice, and no invoice is credited beyond.
   */
  @Test
  void credit_is_spent_once_also_by_many_at_once() {
    ApiAnswer note = credit(300);
    List<ApiAnswer> invoices = List.of(invoice(100), invoice(100), invoice(100), invoice(100));

    List<ApiAnswer> answers =
        AtOnce.times(
            16, place -> ACreditNote.apply(api, note, invoices.get(place % 4), money(60, "USD")));

    long applied = answers.stream().filter(answer -> answer.status() == 201).count() * 60;
    assertThat(applied).isEqualTo(240);
    assertNote(ACreditNote.read(api, note), "partially_applied", 240, 60);
    for (ApiAnswer invoice : invoices) {
      assertInvoice(AnInvoice.read(api, invoice), "partially_paid", 60, 40);
    }
  }

  /** A note of which nothing is applied. */
  private ApiAnswer credit(long minor) {
    return credit(minor, "USD");
  }

  private ApiAnswer credit(long minor, String currency) {
    ApiAnswer invoice = AnInvoice.of(customer).in(currency).over(minor).finalisedBy(api);
    ApiAnswer note = ACreditNote.of(invoice).keptAsCredit().issuedBy(api);
    assertNote(note, "issued", 0, minor);
    return note;
  }

  private ApiAnswer invoice(long minor) {
    return AnInvoice.of(customer).over(minor).finalisedBy(api);
  }

  private String creditOf(ApiAnswer of) {
    List<String> balances = new ArrayList<>();
    for (JsonNode balance : api.get(ACustomer.path(of) + "/credit").json().path("balances")) {
      balances.add(
          balance.path("currency").asText()
              + " "
              + balance.path("creditNotes").path("amount").asText());
    }
    return balances.toString();
  }
}
