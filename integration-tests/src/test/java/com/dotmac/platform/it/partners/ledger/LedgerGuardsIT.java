package com.dotmac.platform.it.partners.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.it.partners.PartnerDesk;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.postgresql.util.PSQLException;

/**
 * I1 and I4: whoever writes SQL leaves no transaction behind that does not balance, and changes
 * none that stands; each attempt is refused by the name of what it breaks.
 */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerGuardsIT {
  private static final String NO_RIGHT = "42501";
  private static final String UNBALANCED = "ck_partner_ledger_transactions_balance";

  private static final String TRANSACTION =
      "INSERT INTO partner_ledger_transactions (tenant_id, id, partner_id, currency, kind, posted_at)"
          + " VALUES (:tenant, :new, :partner, 'EUR', 'adjustment', now())";

  private final TestDatabase database;
  private final PartnerDesk desk;
  private final UUID partner;
  private final UUID other;
  private final UUID line;

  LedgerGuardsIT(TestDatabase database) {
    this.database = database;
    desk = new PartnerDesk(database);
    partner = desk.partner();
    other = desk.partner();
    line = desk.line(partner, "EUR", 500);
  }

  @AfterAll
  void close() {
    desk.close();
  }

  @TestFactory
  Stream<DynamicTest> what_does_not_balance_is_never_committed() {
    return Stream.of(
        refused(UNBALANCED, TRANSACTION),
        refused(UNBALANCED, TRANSACTION, entry("expense", 100)),
        refused(UNBALANCED, TRANSACTION, entry("expense", 100), entry("payable", -99)),
        refused(
            UNBALANCED,
            TRANSACTION,
            entry("expense", 100),
            entry("payable", -100),
            entry("held", 1)),
        refused(
            UNBALANCED,
            "INSERT INTO partner_ledger_entries (tenant_id, id, transaction_id, partner_id, currency, account, amount,"
                + " commission_event_id, posted_at) SELECT tenant_id, :new, transaction_id, partner_id, currency, 'held', 1,"
                + " commission_event_id, posted_at FROM partner_ledger_entries WHERE account = 'payable' LIMIT 1"));
  }

  @TestFactory
  Stream<DynamicTest> a_transaction_is_of_one_partner_in_one_currency() {
    String key = "fk_partner_ledger_entries_transaction";
    return Stream.of(
        refused(
            key,
            TRANSACTION,
            entry("expense", 100),
            entry("payable", -100).replace("'EUR'", "'USD'")),
        refused(
            key,
            TRANSACTION,
            entry("expense", 100),
            entry("payable", -100).replace(":partner", "'" + other + "'")));
  }

  @TestFactory
  Stream<DynamicTest> an_entry_says_how_much_and_of_what() {
    return Stream.of(
        refused("ck_partner_ledger_entries_amount", TRANSACTION, entry("expense", 0)),
        refused("ck_partner_ledger_entries_account", TRANSACTION, entry("cash", 1)),
        refused(
            "ck_partner_ledger_entries_cause",
            TRANSACTION,
            entry("expense", 1).replace(":line", "NULL")));
  }

  @TestFactory
  Stream<DynamicTest> the_application_has_no_right_to_change_the_books() {
    return Stream.of(
            "UPDATE partner_ledger_transactions SET kind = 'accrual'",
            "UPDATE partner_ledger_entries SET amount = amount + 1",
            "DELETE FROM partner_ledger_entries",
            "DELETE FROM partner_ledger_transactions",
            "TRUNCATE partner_ledger_entries")
        .map(
            statement ->
                DynamicTest.dynamicTest(
                    statement,
                    () ->
                        assertThat(refusal(database.connectAsApp(desk.tenantId()), statement))
                            .isEqualTo(NO_RIGHT)));
  }

  @TestFactory
  Stream<DynamicTest> nobody_changes_the_books_whatever_his_rights() {
    return Stream.of("partner_ledger_transactions", "partner_ledger_entries")
        .flatMap(
            table ->
                Stream.of(
                        "UPDATE %s SET posted_at = posted_at".formatted(table),
                        "DELETE FROM %s".formatted(table))
                    .map(
                        statement ->
                            DynamicTest.dynamicTest(
                                statement,
                                () -> {
                                  String name = "ck_" + table + "_only_added";
                                  assertThat(
                                          refusal(
                                              database.connectAsOwner(desk.tenantId()), statement))
                                      .isEqualTo(name);
                                  assertThat(refusal(database.connectAsAdministrator(), statement))
                                      .isEqualTo(name);
                                })));
  }

  @Test
  void what_balances_is_let_through() throws SQLException {
    assertThat(
            refusal(
                database.connectAsApp(desk.tenantId()),
                prepared(
                    TRANSACTION, entry("expense", 100), entry("held", -60), entry("payable", -40))))
        .isEmpty();
  }

  @Test
  void a_transaction_that_goes_over_to_another_tenant_before_it_commits_is_still_judged()
      throws SQLException {
    assertThat(
            refusal(
                database.connectAsApp(desk.tenantId()),
                prepared(
                    TRANSACTION,
                    entry("expense", 100),
                    "SELECT set_config('dotmac.tenant_id', '', true)")))
        .isEqualTo(UNBALANCED);
  }

  private static String entry(String account, long amount) {
    return ("INSERT INTO partner_ledger_entries (tenant_id, id, transaction_id, partner_id, currency, account, amount,"
            + " commission_event_id, posted_at) VALUES (:tenant, gen_random_uuid(), :new, :partner, 'EUR', '%s', %d, :line, now())")
        .formatted(account, amount);
  }

  private DynamicTest refused(String name, String... statements) {
    return DynamicTest.dynamicTest(
        name + ": " + statements.length + " statements",
        () ->
            assertThat(refusal(database.connectAsApp(desk.tenantId()), prepared(statements)))
                .isEqualTo(name));
  }

  private String[] prepared(String... statements) {
    UUID fresh = UUID.randomUUID();
    return Stream.of(statements)
        .map(
            statement ->
                statement
                    .replace(":tenant", quoted(desk.tenantId()))
                    .replace(":new", quoted(fresh))
                    .replace(":partner", quoted(partner))
                    .replace(":line", quoted(line)))
        .toArray(String[]::new);
  }

  /** The constraint, or else the state, that a transaction is refused with; empty if it commits. */
  private static String refusal(Connection connection, String... statements) throws SQLException {
    try (connection;
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      try {
        for (String one : statements) {
          statement.execute(one);
        }
        connection.commit();
        return "";
      } catch (PSQLException e) {
        connection.rollback();
        String name = constraint(e);
        return name == null ? String.valueOf(e.getSQLState()) : name;
      }
    }
  }

  private static @Nullable String constraint(PSQLException e) {
    return e.getServerErrorMessage() == null ? null : e.getServerErrorMessage().getConstraint();
  }

  private static String quoted(UUID id) {
    return "'" + id + "'";
  }
}
