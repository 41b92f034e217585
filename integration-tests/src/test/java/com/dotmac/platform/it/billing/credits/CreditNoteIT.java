package com.dotmac.platform.it.billing.credits;

import static com.dotmac.platform.it.billing.credits.Books.amount;
import static com.dotmac.platform.it.billing.credits.Books.assertInvoice;
import static com.dotmac.platform.it.billing.credits.Books.assertNote;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is issued, and how much of it. */
@NeedsPlatform
class CreditNoteIT {
  private final RunningPlatform platform;
  private final ApiClient api;
  private final ApiAnswer customer;

  CreditNoteIT(RunningPlatform platform) {
    this.platform = platform;
    api = ATenant.of(platform).api();
    customer = ACustomer.any().createdBy(api);
  }

  @Test
  void a_note_lessens_what_is_owed_of_its_invoice() {
    ApiAnswer invoice = AnInvoice.of(customer).over(1000).finalisedBy(api);

    ApiAnswer note = ACreditNote.of(invoice).over(200).with("reason", " Two days ").issuedBy(api);

    assertThat(note.text("number")).matches("CN-\\d{4}-000001");
    assertThat(note.text("reason")).isEqualTo("Two days");
    assertThat(note.text("invoiceId")).isEqualTo(invoice.text("id"));
    assertThat(note.text("customerId")).isEqualTo(customer.text("id"));
    assertThat(note.header("Location")).endsWith(ACreditNote.path(note));
    assertThat(amount(note, "total")).isEqualTo(200);
    assertNote(note, "applied", 200, 0);
    assertInvoice(AnInvoice.read(api, invoice), "partially_paid", 200, 800);
    ApiAnswer read = ACreditNote.read(api, note);
    assertThat(read.json()).isEqualTo(note.json());
    assertThat(read.etag()).isEqualTo(note.etag());
    List<String> actions =
        api.get("/api/v1/audit-activities?resourceId=" + note.id()).column("action");
    assertThat(actions).containsExactlyInAnyOrder("credit_note.issued", "credit_note.applied");
    assertThat(facts(note)).containsExactly("credit_note.applied", "credit_note.issued");
  }

  @Test
  void the_last_of_four_notes_is_over_what_the_others_left() {
    ApiAnswer invoice =
        AnInvoice.of(customer)
            .line("1", 6800, "0.2")
            .line("1", 6800, "0.2")
            .line("1", 7483, "0.2")
            .line("1", 8199, "0")
            .finalisedBy(api);
    assertThat(amount(invoice, "total")).isEqualTo(33_499);

    for (long total : new long[] {8160, 8160, 8980}) {
      ApiAnswer note = ACreditNote.of(invoice).over(total).issuedBy(api);
      assertThat(amount(note, "net") + amount(note, "tax")).isEqualTo(total);
    }
    assertThat(ACreditNote.of(invoice).over(8200).postedBy(api).code())
        .isEqualTo("credit-note-exceeds-invoice");
    ApiAnswer last = ACreditNote.of(invoice).issuedBy(api);

    assertThat(amount(last, "total")).isEqualTo(8199);
    assertInvoice(AnInvoice.read(api, invoice), "paid", 33_499, 0);
    assertThat(ACreditNote.of(invoice).postedBy(api).code())
        .isEqualTo("credit-note-nothing-to-credit");
    assertThat(api.get(ACreditNote.PATH + "?invoiceId=" + invoice.id()).rows()).hasSize(4);
  }

  @Test
  void of_lines_named_their_net_is_credited_and_the_tax_of_that() {
    ApiAnswer invoice =
        AnInvoice.of(customer).line("3", 100, "0.055").line("1", -50, "0").finalisedBy(api);
    String work = invoice.json().path("lines").path(0).path("id").asText();
    String deduction = invoice.json().path("lines").path(1).path("id").asText();

    ApiAnswer third = ACreditNote.of(invoice).line(work, 100L, "USD").issuedBy(api);
    assertThat(amount(third, "tax")).isEqualTo(6);
    ApiAnswer refused = ACreditNote.of(invoice).line(work, 201L, "USD").postedBy(api);
    assertThat(refused.code()).isEqualTo("credit-note-line-exceeded");
    assertThat(refused.text("detail")).contains("2.00 USD");
    ApiAnswer rest =
        ACreditNote.of(invoice).line(work, null, "USD").line(deduction, -50L, "USD").issuedBy(api);

    assertThat(amount(rest, "net")).isEqualTo(150);
    assertThat(amount(rest, "tax")).isEqualTo(11);
    assertThat(rest.json().path("lines").path(0).path("taxRate").asText()).isEqualTo("0.055");
    assertThat(rest.json().path("lines")).hasSize(2);
    assertInvoice(AnInvoice.read(api, invoice), "paid", 267, 0);
  }

  @Test
  void what_cannot_be_credited_is_refused() {
    ApiAnswer draft = AnInvoice.of(customer).over(100).draftedBy(api);
    ApiAnswer invoice = AnInvoice.of(customer).over(100).finalisedBy(api);
    ApiAnswer gone = AnInvoice.of(customer).over(100).finalisedBy(api);
    AnInvoice.step(api, gone, "void");

    assertThat(ACreditNote.of(draft).postedBy(api).code())
        .isEqualTo("credit-note-invoice-not-creditable");
    assertThat(ACreditNote.of(gone).postedBy(api).code())
        .isEqualTo("credit-note-invoice-not-creditable");
    assertThat(ACreditNote.of(customer).postedBy(api).code()).isEqualTo("invoice-not-found");
    assertThat(ACreditNote.of(invoice).over(101).postedBy(api).code())
        .isEqualTo("credit-note-exceeds-invoice");
    assertThat(ACreditNote.of(invoice).over(0).postedBy(api).code())
        .isEqualTo("credit-note-nothing-to-credit");
    assertThat(ACreditNote.of(invoice).over(10, "EUR").postedBy(api).code())
        .isEqualTo("credit-note-other-currency");
    assertThat(
            ACreditNote.of(invoice)
                .line(UUID.randomUUID().toString(), 1L, "USD")
                .postedBy(api)
                .code())
        .isEqualTo("credit-note-line-not-found");
    ApiAnswer both =
        ACreditNote.of(invoice)
            .over(1)
            .line(invoice.json().path("lines").path(0).path("id").asText(), 1L, "USD")
            .postedBy(api);
    assertThat(both.faults()).containsExactly("/lines");
    assertThat(ACreditNote.of(invoice).with("reason", " ").postedBy(api).faults())
        .containsExactly("/reason");
    assertInvoice(AnInvoice.read(api, invoice), "open", 0, 100);
  }

  @Test
  void a_note_wants_a_key_and_is_issued_once_for_it() {
    ApiAnswer invoice = AnInvoice.of(customer).over(100).finalisedBy(api);
    Map<String, Object> body = Map.of("invoiceId", invoice.id(), "reason", "Twice sent");

    assertThat(api.post(ACreditNote.PATH, body).code()).isEqualTo("idempotency-key-required");
    ApiClient keyed = api.once();
    ApiAnswer first = keyed.post(ACreditNote.PATH, body);
    ApiAnswer again = keyed.post(ACreditNote.PATH, body);

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(api.get(ACreditNote.PATH + "?invoiceId=" + invoice.id()).rows()).hasSize(1);
  }

  /**
   * Twenty at once of an invoice that bears seven: seven are issued, with the next seven numbers.
   */
  @Test
  void notes_at_once_never_come_to_more_than_the_invoice() {
    ApiAnswer invoice = AnInvoice.of(customer).line("1", 1000, "0.19").finalisedBy(api);

    List<ApiAnswer> answers =
        AtOnce.times(20, place -> ACreditNote.of(invoice).over(170).postedBy(api));

    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .hasSize(13)
        .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("credit-note-exceeds-invoice"));
    List<String> numbers =
        answers.stream()
            .filter(answer -> answer.status() == 201)
            .map(answer -> answer.text("number").replaceFirst("CN-\\d{4}-", ""))
            .toList();
    assertThat(numbers)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 7).mapToObj("%06d"::formatted).toList());
    assertInvoice(AnInvoice.read(api, invoice), "paid", 7 * 170, 0);
  }

  @Test
  void the_list_is_filtered_by_customer_invoice_and_state() {
    ApiAnswer other = ACustomer.any().createdBy(api);
    ApiAnswer invoice = AnInvoice.of(customer).over(100).finalisedBy(api);
    ApiAnswer applied = ACreditNote.of(invoice).over(30).issuedBy(api);
    ApiAnswer gone = ACreditNote.of(invoice).over(40).issuedBy(api);
    ACreditNote.makeVoid(api, gone);
    ApiAnswer elsewhere =
        ACreditNote.of(AnInvoice.of(other).over(5).finalisedBy(api)).issuedBy(api);

    assertThat(listed("?customerId=" + customer.id()))
        .containsExactly(gone.text("id"), applied.text("id"));
    assertThat(listed("?customerId=" + customer.id() + "&status=void"))
        .containsExactly(gone.text("id"));
    assertThat(listed("?status=applied")).containsExactly(elsewhere.text("id"), applied.text("id"));
    assertThat(listed("?invoiceId=" + invoice.id())).hasSize(2);
  }

  @Test
  void another_tenant_sees_and_reaches_nothing_of_it() {
    ApiAnswer note =
        ACreditNote.of(AnInvoice.of(customer).over(100).finalisedBy(api)).issuedBy(api);
    ApiClient stranger = ATenant.of(platform).api();

    assertThat(stranger.get(ACreditNote.path(note)).code()).isEqualTo("credit-note-not-found");
    assertThat(ACreditNote.makeVoid(stranger, note).code()).isEqualTo("credit-note-not-found");
    assertThat(stranger.get(ACreditNote.PATH).rows()).isEmpty();
  }

  private List<String> listed(String query) {
    return api.get(ACreditNote.PATH + query).column("id");
  }

  private List<String> facts(ApiAnswer note) {
    return api.get("/api/v1/billing-events?aggregateId=" + note.id()).column("type");
  }
}
