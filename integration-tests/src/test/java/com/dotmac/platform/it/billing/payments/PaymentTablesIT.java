package com.dotmac.platform.it.billing.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.billing.payments.PaymentDraft;
import com.dotmac.platform.domain.billing.payments.PaymentKind;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Whoever writes SQL with the powers of the application cannot leave sums behind that disagree:
 * each attempt is refused, at the latest when it commits.
 */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaymentTablesIT {
  private static final String CHECK = "23514";
  private static final String NO_RIGHT = "42501";

  private static final String NEW_PAYMENT =
      "INSERT INTO payments (tenant_id, id, customer_id, kind, provider, currency, amount, allocated_amount, refunded_amount,"
          + " disputed_amount, charged_back_amount, status, chooses_invoices, received_at, attempts, created_at, updated_at, version)"
          + " VALUES (:tenant, :new, :customer, 'cash', 'manual', 'USD', 100, %s, 'succeeded', false, now(), 0, now(), now(), 0)";
  private static final String NEW_ALLOCATION =
      "INSERT INTO payment_allocations (tenant_id, id, payment_id, invoice_id, customer_id, currency, amount, reversed_amount,"
          + " created_at, version) VALUES (:tenant, :new, :payment, :invoice, :customer, 'USD', %s, now(), 0)";
  private static final String NEW_REFUND =
      "INSERT INTO payment_refunds (tenant_id, id, payment_id, currency, amount, unallocated_amount, status, created_at, settled_at,"
          + " version) VALUES (:tenant, :new, :payment, 'USD', %s, 'succeeded', now(), now(), 0)";
  private static final String NEW_REVERSAL =
      "INSERT INTO payment_allocation_reversals (tenant_id, id, allocation_id, refund_id, amount, restored_amount, created_at, version)"
          + " VALUES (:tenant, gen_random_uuid(), :allocation, :new, %s, now(), 0)";

  private final TestDatabase database;
  private final PaymentDesk desk;
  private final UUID customer;
  private final UUID invoice;
  private final UUID payment;
  private final UUID allocation;

  PaymentTablesIT(TestDatabase database) {
    this.database = database;
    desk = new PaymentDesk(database);
    customer = desk.customer();
    invoice = desk.invoice(customer, Money.of(600, "USD"), 30);
    payment =
        desk.in(
                () ->
                    desk.doors()
                        .payments()
                        .take(
                            desk.context(),
                            new PaymentDraft(
                                customer,
                                Money.of(1_000, "USD"),
                                PaymentKind.CASH,
                                null,
                                null,
                                null,
                                null)))
            .id();
    allocation =
        desk.in(
                () ->
                    desk.doors()
                        .payments()
                        .allocations(desk.scope(), payment, new PageRequest(10, null)))
            .items()
            .get(0)
            .id();
  }

  @AfterAll
  void close() {
    desk.close();
  }

  @TestFactory
  Stream<DynamicTest> no_sum_disagrees_with_its_rows() {
    return Stream.of(
        refused(CHECK, "UPDATE payments SET allocated_amount = 599 WHERE id = :payment"),
        refused(CHECK, "UPDATE payments SET allocated_amount = 700 WHERE id = :payment"),
        refused(
            CHECK,
            "UPDATE payments SET refunded_amount = 100, status = 'partially_refunded' WHERE id = :payment"),
        refused(
            CHECK,
            "UPDATE payments SET disputed_amount = 100, status = 'disputed' WHERE id = :payment"),
        refused(
            CHECK,
            "UPDATE payments SET charged_back_amount = 1, status = 'partially_refunded' WHERE id = :payment"),
        refused(CHECK, NEW_PAYMENT.formatted("50, 0, 0, 0")),
        refused(CHECK, NEW_ALLOCATION.formatted("100, 0")),
        refused(
            CHECK,
            NEW_ALLOCATION.formatted("100, 0"),
            "UPDATE payments SET allocated_amount = 700 WHERE id = :payment"),
        refused(
            CHECK,
            NEW_ALLOCATION.formatted("100, 100"),
            "UPDATE invoices SET paid_amount = 700, refunded_amount = 100 WHERE id = :invoice"),
        refused(
            CHECK, "UPDATE payment_allocations SET reversed_amount = 10 WHERE id = :allocation"),
        refused(
            CHECK,
            "UPDATE payment_allocations SET reversed_amount = 10 WHERE id = :allocation",
            "UPDATE payments SET allocated_amount = 590 WHERE id = :payment",
            "UPDATE invoices SET refunded_amount = 10, status = 'partially_paid' WHERE id = :invoice"),
        refused(
            CHECK,
            "UPDATE invoices SET refunded_amount = 10, status = 'partially_paid' WHERE id = :invoice"),
        refused(
            CHECK,
            "UPDATE invoices SET paid_amount = 500, status = 'partially_paid' WHERE id = :invoice"),
        refused(CHECK, NEW_REFUND.formatted("50, 50")),
        refused(
            CHECK,
            NEW_REFUND.formatted("50, 40"),
            "UPDATE payments SET refunded_amount = 50, status = 'partially_refunded' WHERE id = :payment"),
        refused(
            CHECK,
            NEW_REFUND.formatted("401, 401"),
            "UPDATE payments SET refunded_amount = 401, status = 'partially_refunded' WHERE id = :payment"),
        refused(CHECK, NEW_REFUND.formatted("1, 1"), NEW_REVERSAL.formatted("10, 0")),
        refused(
            CHECK,
            NEW_REFUND.formatted("10, 0"),
            NEW_REVERSAL.formatted("10, 0"),
            "UPDATE payment_allocations SET reversed_amount = 10 WHERE id = :allocation",
            "UPDATE payments SET allocated_amount = 590, refunded_amount = 10, status = 'partially_refunded' WHERE id = :payment"),
        refused(CHECK, "UPDATE payments SET status = 'refunded' WHERE id = :payment"),
        refused(
            CHECK,
            "UPDATE payments SET status = 'pending', received_at = NULL WHERE id = :payment"));
  }

  @TestFactory
  Stream<DynamicTest> what_was_paid_is_never_rewritten() {
    return Stream.of(
        refused(NO_RIGHT, "UPDATE payments SET amount = 2000 WHERE id = :payment"),
        refused(NO_RIGHT, "UPDATE payments SET customer_id = :new WHERE id = :payment"),
        refused(NO_RIGHT, "DELETE FROM payments WHERE id = :payment"),
        refused(NO_RIGHT, "UPDATE payment_allocations SET amount = 1 WHERE id = :allocation"),
        refused(
            NO_RIGHT, "UPDATE payment_allocations SET invoice_id = :new WHERE id = :allocation"),
        refused(NO_RIGHT, "DELETE FROM payment_allocations WHERE id = :allocation"),
        refused(NO_RIGHT, "DELETE FROM payment_refunds"),
        refused(NO_RIGHT, "DELETE FROM payment_disputes"),
        refused(NO_RIGHT, "DELETE FROM payment_allocation_reversals"));
  }

  @Test
  void what_agrees_is_let_through() throws SQLException {
    assertThat(
            stateOf(
                NEW_REFUND.formatted("10, 10"),
                "UPDATE payments SET refunded_amount = 10, status = 'partially_refunded' WHERE id = :payment",
                "SET CONSTRAINTS ALL IMMEDIATE",
                "ROLLBACK"))
        .isEmpty();
  }

  @Test
  void an_allocation_to_another_customer_or_of_another_payment_is_refused() throws SQLException {
    UUID other = desk.customer();
    UUID foreign = desk.invoice(other, Money.of(50, "USD"), 30);
    String toForeign = NEW_ALLOCATION.formatted("50, 0").replace(":invoice", "'" + foreign + "'");
    for (String statement :
        new String[] {toForeign, toForeign.replace(":customer", "'" + other + "'")}) {
      assertThat(
              stateOf(
                  statement,
                  "UPDATE payments SET allocated_amount = 650 WHERE id = :payment",
                  "UPDATE invoices SET paid_amount = 50, status = 'paid' WHERE id = '"
                      + foreign
                      + "'"))
          .isEqualTo(CHECK);
    }
  }

  private DynamicTest refused(String state, String... statements) {
    String name = String.join("; ", statements).replaceAll("\\s+", " ");
    return DynamicTest.dynamicTest(
        name.substring(0, Math.min(name.length(), 160)),
        () -> assertThat(stateOf(statements)).isEqualTo(state));
  }

  /** With what a transaction of these statements is refused; empty if it commits. */
  private String stateOf(String... statements) throws SQLException {
    UUID fresh = UUID.randomUUID();
    try (Connection connection = database.connectAsApp(desk.tenantId())) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        for (String one : statements) {
          statement.execute(
              one.replace(":tenant", quoted(desk.tenantId()))
                  .replace(":new", quoted(fresh))
                  .replace(":customer", quoted(customer))
                  .replace(":invoice", quoted(invoice))
                  .replace(":payment", quoted(payment))
                  .replace(":allocation", quoted(allocation)));
        }
        connection.commit();
        return "";
      } catch (SQLException e) {
        connection.rollback();
        return e.getSQLState();
      }
    }
  }

  private static String quoted(UUID id) {
    return "'" + id + "'";
  }
}
