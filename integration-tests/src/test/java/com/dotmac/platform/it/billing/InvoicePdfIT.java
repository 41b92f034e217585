package com.dotmac.platform.it.billing;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.fixtures.ACustomer;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.fixtures.AnInvoice;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import org.junit.jupiter.api.Test;

/** Invoices as files; how their pages look is the matter of InvoicePdfTest. */
@NeedsPlatform
class InvoicePdfIT {
  private final RunningPlatform platform;
  private final ApiClient api;
  private final ApiAnswer customer;

  InvoicePdfIT(RunningPlatform platform) {
    this.platform = platform;
    api = ATenant.of(platform).api();
    customer = ACustomer.named("Łódź 中文 🧾").with("country", "PL").createdBy(api);
  }

  @Test
  void an_invoice_is_a_file_named_by_its_number() {
    ApiAnswer invoice = AnInvoice.of(customer).line("2", 1470, "0.19").finalisedBy(api);

    ApiAnswer file = api.get(AnInvoice.path(invoice) + "/pdf");

    assertThat(file.status()).isEqualTo(200);
    assertThat(file.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(file.header("Content-Disposition"))
        .isEqualTo("inline; filename=\"" + invoice.text("number") + ".pdf\"");
    assertThat(file.etag()).isEqualTo(invoice.etag());
    assertThat(file.body()).startsWith("%PDF-").contains("Invoice " + invoice.text("number"));
    assertThat(api.get(AnInvoice.path(invoice) + "/pdf").body()).isEqualTo(file.body());
  }

  @Test
  void what_is_known_of_an_invoice_stands_on_its_page() {
    ApiAnswer invoice =
        AnInvoice.of(customer)
            .in("EUR")
            .with("memo", "Thank you for your order.")
            .line("2", 1470, "0.19")
            .line("1", 1000, "0.07")
            .line("1", 85, "0")
            .finalisedBy(api);

    assertThat(AnInvoice.printed(api, invoice))
        .contains("Number " + invoice.text("number"), "Łódź", customer.text("number"))
        .contains("Issued on " + invoice.text("issuedOn"), "Due on " + invoice.text("dueOn"))
        .contains("1 Line 1 2 14.70 19% 29.40", "3 Line 3 1 0.85 0% 0.85", "Subtotal 40.25")
        .contains("Tax 7% of 10.00 0.70", "Tax 19% of 29.40 5.59", "Total EUR 46.54")
        .contains("Balance due EUR 46.54", "Thank you for your order.", "Page 1 of 1");
  }

  @Test
  void a_draft_and_a_void_invoice_are_marked() {
    ApiAnswer draft = AnInvoice.of(customer).draftedBy(api);
    ApiAnswer invoice = AnInvoice.of(customer).finalisedBy(api);
    AnInvoice.step(api, invoice, "void");

    ApiAnswer draftFile = api.get(AnInvoice.path(draft) + "/pdf");
    assertThat(draftFile.header("Content-Disposition")).contains("draft-" + draft.id() + ".pdf");
    assertThat(draftFile.body()).contains("DRAFT");
    assertThat(api.get(AnInvoice.path(invoice) + "/pdf").body()).contains("VOID");
  }

  @Test
  void whoever_accepts_no_such_file_or_reaches_no_such_invoice_is_refused() {
    ApiAnswer invoice = AnInvoice.of(customer).finalisedBy(api);
    String path = AnInvoice.path(invoice) + "/pdf";

    assertThat(api.with("Accept", "image/png").get(path).status()).isEqualTo(406);
    assertThat(api.with("Accept", "application/pdf").get(path).status()).isEqualTo(200);
    assertThat(ATenant.of(platform).api().get(path).code()).isEqualTo("invoice-not-found");
  }
}
