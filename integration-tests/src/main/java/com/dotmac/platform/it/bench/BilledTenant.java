package com.dotmac.platform.it.bench;

import com.dotmac.platform.it.harness.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tenant whose invoices are finalised and paid, as rows. */
final class BilledTenant {
  private static final List<String> COMPARE_SUMS =
      List.of(
          "invoices %s TRIGGER check_sums_at_update",
          "invoices %s TRIGGER check_credited",
          "invoices %s TRIGGER hold_payments_at_update",
          "payments %s TRIGGER hold_payment",
          "payment_allocations %s TRIGGER hold_payment",
          "payment_allocations %s TRIGGER hold_invoice");

  /** Sorts by time, as those of the app do: the chain of acts looks for what follows an act. */
  static final String NEXT_ID =
      """
      CREATE FUNCTION bench.next_id() RETURNS uuid LANGUAGE sql VOLATILE AS $function$
        SELECT CAST(encode(overlay(uuid_send(gen_random_uuid()) PLACING substring(
          int8send(CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint)) FROM 3)
          FROM 1 FOR 6), 'hex') AS uuid)
      $function$
      """;

  private final TestDatabase database;
  private final String tenant;

  BilledTenant(TestDatabase database) throws SQLException {
    this.database = database;
    tenant = ask("SELECT id FROM tenants");
    administer(
        "CREATE SCHEMA bench",
        "GRANT USAGE ON SCHEMA bench TO PUBLIC",
        "CREATE TABLE bench.todo (n bigserial PRIMARY KEY, customer_id uuid NOT NULL,"
            + " invoice_id uuid NOT NULL, payment_id uuid NOT NULL, allocation_id uuid NOT NULL)",
        "CREATE SEQUENCE bench.next",
        NEXT_ID,
        "GRANT SELECT ON bench.todo TO PUBLIC",
        "GRANT USAGE ON SEQUENCE bench.next TO PUBLIC");
  }

  /** Makes customers with a draft each. */
  BilledRange range(int size) throws SQLException {
    long first = Long.parseLong(ask("SELECT coalesce(max(n), 0) FROM bench.todo"));
    administer(statements().formatted(tenant, size, first), "VACUUM ANALYZE");
    String rows = " FROM bench.todo WHERE n > %d ORDER BY n".formatted(first);
    return new BilledRange(
        first, column("SELECT customer_id" + rows), column("SELECT invoice_id" + rows));
  }

  /** From which number on pgbench counts. */
  void nextIs(long number) throws SQLException {
    ask("SELECT setval('bench.next', %d, false)".formatted(number));
  }

  /** Has the sums compared at the commit, or not. */
  void compareSums(boolean on) throws SQLException {
    for (String trigger : COMPARE_SUMS) {
      administer("ALTER TABLE " + trigger.formatted(on ? "ENABLE" : "DISABLE"));
    }
  }

  /** What the statements are about: what the app itself has written. */
  Map<String, String> variables(BilledRange range) throws SQLException {
    Map<String, String> variables = new HashMap<>();
    variables.put("tenant", tenant);
    variables.put("size", "" + BilledRange.BATCH);
    variables.put("first", "" + range.first());
    variables.put("series", "invoice-bench");
    variables.put("task", "{}");
    variables.put("prefix", ask("SELECT prefix FROM api_keys"));
    variables.put("actor", ask("SELECT id FROM api_keys"));
    variables.put("billto", ask("SELECT bill_to FROM invoices WHERE bill_to IS NOT NULL LIMIT 1"));
    variables.put(
        "body", ask("SELECT body FROM idempotency_keys WHERE length(body) < 5000 LIMIT 1"));
    act(variables, "invoice.finalised", "before", "after");
    act(variables, "invoice.payment_allocated", "paidbefore", "paidafter");
    variables.put("paymentafter", state("after_state", "payment.taken"));
    variables.put("data", fact("invoice.finalised"));
    variables.put("paymentdata", fact("payment.succeeded"));
    variables.put("allocateddata", fact("payment.allocated"));
    return variables;
  }

  private void act(Map<String, String> variables, String action, String before, String after)
      throws SQLException {
    variables.put(before, state("before_state", action));
    variables.put(after, state("after_state", action));
  }

  private String state(String column, String action) throws SQLException {
    return ask(
        "SELECT %s FROM audit_activities WHERE action = '%s' LIMIT 1".formatted(column, action));
  }

  private String fact(String type) throws SQLException {
    return ask("SELECT data FROM billing_events WHERE type = '%s' LIMIT 1".formatted(type));
  }

  private String ask(String question) throws SQLException {
    return column(question).get(0);
  }

  private List<String> column(String question) throws SQLException {
    try (Connection connection = database.connectAsAdministrator();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      List<String> values = new ArrayList<>();
      while (row.next()) {
        values.add(row.getString(1));
      }
      return values;
    }
  }

  private void administer(String... statements) throws SQLException {
    try (Connection connection = database.connectAsAdministrator();
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }

  private static String statements() {
    try (InputStream content = BilledTenant.class.getResourceAsStream("billing-todo.sql")) {
      if (content == null) {
        throw new IllegalStateException("There is no billing-todo.sql");
      }
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
