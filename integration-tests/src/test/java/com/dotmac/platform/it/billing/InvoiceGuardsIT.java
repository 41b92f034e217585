package com.dotmac.platform.it.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dotmac.platform.it.fixtures.ACustomer;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.fixtures.AnInvoice;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever goes round the application, with its own role, makes no invoice that does not add up. */
@NeedsPlatform
class InvoiceGuardsIT {
  private static final String COLUMNS =
      "tenant_id, id, invoice_id, position, description, quantity, unit_amount, discount_rate,"
          + " tax_rate, gross_amount, discount_amount, tax_amount";

  private final TestDatabase database;
  private final UUID tenantId;
  private final ApiAnswer draft;
  private final ApiAnswer open;

  InvoiceGuardsIT(RunningPlatform platform, TestDatabase database) {
    this.database = database;
    ATenant tenant = ATenant.of(platform);
    tenantId = tenant.id();
    ApiClient api = tenant.api();
    ApiAnswer customer = ACustomer.any().createdBy(api);
    draft = AnInvoice.of(customer).line("2", 1000, "0.19").draftedBy(api);
    open = AnInvoice.of(customer).line("2", 1000, "0.19").finalisedBy(api);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "keeps its number | UPDATE invoices SET due_on = due_on + 1 WHERE id = :open",
        "keeps its number | UPDATE invoices SET number = 'INV-1' WHERE id = :open",
        "keeps its number | UPDATE invoices SET bill_to = '{}' WHERE id = :open",
        "keeps its number | UPDATE invoices SET subtotal_amount = 1, tax_amount = 0, total_amount = 1 WHERE id = :open",
        "keeps its number | UPDATE invoices SET status = 'draft', number = NULL WHERE id = :open",
        "keeps its number | DELETE FROM invoices WHERE id = :open",
        "added to drafts | DELETE FROM invoice_lines WHERE invoice_id = :open",
        "added to drafts | INSERT INTO invoice_lines (:columns) SELECT tenant_id, gen_random_uuid(), invoice_id, 2, 'x', 1, 0, NULL, 0, 0, 0, 0 FROM invoice_lines WHERE invoice_id = :open",
        "sums of its lines | DELETE FROM invoice_lines WHERE invoice_id = :draft",
        "sums of its lines | UPDATE invoices SET subtotal_amount = 2001, total_amount = 2381 WHERE id = :draft",
        "ck_invoices_total_amount   | UPDATE invoices SET total_amount = 2381 WHERE id = :draft",
        "ck_invoices_settled        | UPDATE invoices SET status = 'paid' WHERE id = :open",
        "ck_invoices_settled        | UPDATE invoices SET status = 'partially_paid' WHERE id = :open",
        "ck_invoices_settled        | UPDATE invoices SET paid_amount = 1 WHERE id = :open",
        "ck_invoices_settled        | UPDATE invoices SET status = 'void', credited_amount = 1 WHERE id = :open",
        "ck_invoices_balance_amount | UPDATE invoices SET status = 'overdue', paid_amount = 2381 WHERE id = :open",
        "ck_invoices_paid_amount    | UPDATE invoices SET status = 'overdue', refunded_amount = 1 WHERE id = :open",
        "ck_invoices_draft          | UPDATE invoices SET number = 'INV-1' WHERE id = :draft",
        "ck_invoices_draft          | UPDATE invoices SET status = 'open' WHERE id = :draft",
        "ck_invoice_lines_gross_amount    | INSERT INTO invoice_lines (:columns) SELECT tenant_id, gen_random_uuid(), invoice_id, 2, 'x', 1.5, 1, NULL, 0, 1, 0, 0 FROM invoice_lines WHERE invoice_id = :draft",
        "ck_invoice_lines_tax_amount      | INSERT INTO invoice_lines (:columns) SELECT tenant_id, gen_random_uuid(), invoice_id, 2, 'x', 1, 5, NULL, 0.5, 5, 0, 2 FROM invoice_lines WHERE invoice_id = :draft",
        "ck_invoice_lines_discount_amount | INSERT INTO invoice_lines (:columns) SELECT tenant_id, gen_random_uuid(), invoice_id, 2, 'x', 1, 5, NULL, 0, 5, 6, 0 FROM invoice_lines WHERE invoice_id = :draft",
      })
  void the_database_refuses(String words, String statement) {
    assertThatThrownBy(() -> inTransaction(statement))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining(words);
  }

  @Test
  void what_adds_up_is_let_through() {
    assertThatCode(
            () -> inTransaction("UPDATE invoices SET status = 'uncollectible' WHERE id = :open"))
        .doesNotThrowAnyException();
  }

  private void inTransaction(String statement) throws SQLException {
    try (Connection app = database.connectAsApp(tenantId);
        Statement sql = app.createStatement()) {
      app.setAutoCommit(false);
      sql.execute("SELECT set_config('dotmac.tenant_id', '" + tenantId + "', true)");
      int rows =
          sql.executeUpdate(
              statement
                  .replace(":columns", COLUMNS)
                  .replace(":open", "'" + open.id() + "'")
                  .replace(":draft", "'" + draft.id() + "'"));
      assertThat(rows).as("rows of " + statement).isEqualTo(1);
      app.commit();
    }
  }
}
