package com.dotmac.platform.it.billing.credits;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.fixtures.ACreditNote;
import com.dotmac.platform.it.fixtures.ACustomer;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.fixtures.AnInvoice;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.BrokenConstraint;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The database keeps credit right, whoever writes to it and whatever the application does. */
@NeedsPlatform
class CreditGuardsIT {
  private static final UUID NOTE = UUID.fromString("019bd000-0000-7000-8000-000000000001");

  private final TestDatabase database;
  private final ATenant tenant;
  private final ApiClient api;
  private final ApiAnswer invoice;
  private final ApiAnswer note;

  CreditGuardsIT(TestDatabase database, RunningPlatform platform) {
    this.database = database;
    tenant = ATenant.of(platform);
    api = tenant.api();
    invoice = AnInvoice.of(ACustomer.any().createdBy(api)).over(1000).finalisedBy(api);
    note = ACreditNote.of(invoice).over(400).issuedBy(api);
  }

  @Test
  void notes_beyond_the_invoice_are_refused() {
    assertRefused(
        insertNote(601, invoice.text("customerId"), "USD"), "ck_credit_notes_within_invoice");
    assertThat(refusalOf(insertNote(600, invoice.text("customerId"), "USD") + insertLine(600)))
        .isEmpty();
  }

  @Test
  void a_note_of_another_customer_or_currency_than_its_invoice_is_refused() {
    String other = ACustomer.any().createdBy(api).text("id");

    assertRefused(insertNote(1, other, "USD"), "ck_credit_notes_invoice");
    assertRefused(insertNote(1, invoice.text("customerId"), "EUR"), "ck_credit_notes_invoice");
  }

  @Test
  void a_note_without_lines_that_come_to_it_is_refused() {
    String inserted = insertNote(100, invoice.text("customerId"), "USD");

    assertRefused(inserted, "ck_credit_notes_sums");
    assertRefused(inserted + insertLine(99), "ck_credit_notes_sums");
  }

  @Test
  void a_note_for_a_draft_or_a_void_invoice_is_refused() {
    ApiAnswer draft =
        AnInvoice.of(UUID.fromString(invoice.text("customerId"))).over(5).draftedBy(api);
    String inserted = insertNote(1, invoice.text("customerId"), "USD");

    assertRefused(
        inserted.replace(invoice.text("id"), draft.text("id")), "ck_credit_notes_invoice");
    assertThat(AnInvoice.step(api, AnInvoice.read(api, invoice), "void").status()).isEqualTo(200);
    assertRefused(inserted, "ck_credit_notes_invoice");
  }

  @Test
  void credit_that_was_not_applied_counts_nowhere() {
    String application = insertApplication("1");

    assertRefused(application, "ck_credit_notes_applications");
    assertRefused(
        "UPDATE credit_notes SET applied_amount = 399, status = 'partially_applied'",
        "ck_credit_notes_applications");
    assertRefused(
        "UPDATE credit_note_applications SET undone_at = applied_at",
        "ck_credit_notes_applications");
    assertRefused(
        "UPDATE invoices SET credited_amount = 401 WHERE credited_amount = 400",
        "ck_invoices_credits");
    assertRefused(
        """
        UPDATE credit_note_applications SET undone_at = applied_at;
        UPDATE credit_notes SET applied_amount = 0, status = 'issued';
        """,
        "ck_invoices_credits");
  }

  @Test
  void a_state_that_the_amounts_do_not_bear_is_refused() {
    assertRefused("UPDATE credit_notes SET status = 'issued'", "ck_credit_notes_applied");
    assertRefused("UPDATE credit_notes SET status = 'void'", "ck_credit_notes_applied");
    assertRefused("UPDATE credit_notes SET applied_amount = 401", "ck_credit_notes_applied");
  }

  @Test
  void what_a_note_says_is_never_rewritten() {
    for (String change :
        new String[] {
          "UPDATE credit_notes SET total_amount = 1, net_amount = 1",
          "UPDATE credit_note_lines SET net_amount = 1",
          "UPDATE credit_note_applications SET amount = 1",
          "DELETE FROM credit_notes",
          "DELETE FROM credit_note_lines",
          "DELETE FROM credit_note_applications"
        }) {
      assertRefused(change, "permission denied");
    }
  }

  private void assertRefused(String sql, String why) {
    assertThat(refusalOf(sql)).as(sql).contains(why);
  }

  /** What the database says when the application's role does this in one transaction. */
  private String refusalOf(String sql) {
    try (Connection connection = database.connectAsApp(tenant.id());
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String each : sql.split(";\\s*", -1)) {
        if (!each.isBlank()) {
          statement.execute(each);
        }
      }
      connection.commit();
      return "";
    } catch (SQLException e) {
      return BrokenConstraint.of(e);
    }
  }

  private String insertNote(long total, String customer, String currency) {
    return """
        INSERT INTO credit_notes (tenant_id, id, number, invoice_id, customer_id, currency, reason, status, issued_on,
          net_amount, tax_amount, total_amount, applied_amount, created_at, updated_at, version)
        VALUES ('%s', '%s', 'CN-1', '%s', '%s', '%s', 'By hand', 'issued', '2026-01-01', %d, 0, %d, 0, now(), now(), 0);
        """
        .formatted(tenant.id(), NOTE, invoice.text("id"), customer, currency, total, total);
  }

  private String insertLine(long net) {
    return """
        INSERT INTO credit_note_lines
        VALUES ('%s', gen_random_uuid(), '%s', '%s', 1, 'Work', 0, %d, 0);
        """
        .formatted(
            tenant.id(), NOTE, invoice.json().path("lines").path(0).path("id").asText(), net);
  }

  private String insertApplication(String amount) {
    return """
        INSERT INTO credit_note_applications
        VALUES ('%s', gen_random_uuid(), '%s', '%s', 'USD', %s, now(), NULL);
        """
        .formatted(tenant.id(), note.text("id"), invoice.text("id"), amount);
  }
}
