package com.dotmac.platform.it.billing.payments;

import com.dotmac.platform.it.harness.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * All that billing wrote of a tenant, as lines in which identifiers are names: of a customer his
 * name, of an invoice its memo, of a payment its reference. Left out is how often a row was
 * written, its version.
 */
final class BooksOf {
  private static final Pattern UUIDS =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private static final List<String> NAMES =
      List.of(
          "SELECT id, name FROM customers WHERE tenant_id = '%s'",
          "SELECT id, memo FROM invoices WHERE tenant_id = '%s'",
          "SELECT id, reference FROM payments WHERE tenant_id = '%s'",
          """
          SELECT part.id, payment.reference || ' for ' || invoice.memo FROM payment_allocations part
          JOIN payments payment ON payment.tenant_id = part.tenant_id AND payment.id = part.payment_id
          JOIN invoices invoice ON invoice.tenant_id = part.tenant_id AND invoice.id = part.invoice_id
          WHERE part.tenant_id = '%s'
          """);

  private static final List<String> ROWS =
      List.of(
          "SELECT to_jsonb(r) - 'tenant_id' - 'version' FROM invoices r WHERE tenant_id = '%s'",
          "SELECT to_jsonb(r) - 'tenant_id' - 'version' FROM payments r WHERE tenant_id = '%s'",
          """
          SELECT to_jsonb(r) - 'tenant_id' - 'version' FROM payment_allocations r
          WHERE tenant_id = '%s'
          """,
          "SELECT to_jsonb(r) - 'tenant_id' - 'id' FROM billing_events r WHERE tenant_id = '%s'",
          "SELECT to_jsonb(r) - 'tenant_id' - 'id' FROM audit_activities r WHERE tenant_id = '%s'",
          "SELECT to_jsonb(r) - 'tenant_id' FROM number_series r WHERE tenant_id = '%s'",
          "SELECT to_jsonb(r) - 'tenant_id' FROM billing_event_heads r WHERE tenant_id = '%s'",
          "SELECT count(*) || ' links' FROM audit_chain_links WHERE tenant_id = '%s'");

  private BooksOf() {}

  /** The books of a tenant, line by line, in an order that does not depend on identifiers. */
  static List<String> tenant(TestDatabase database, UUID tenantId) throws SQLException {
    try (Connection connection = database.connectAsAdministrator();
        Statement statement = connection.createStatement()) {
      Map<String, String> names = new HashMap<>(Map.of(tenantId.toString(), "the tenant"));
      for (String question : NAMES) {
        try (ResultSet row = statement.executeQuery(question.formatted(tenantId))) {
          while (row.next()) {
            names.put(row.getString(1), row.getString(2));
          }
        }
      }
      List<String> lines = new ArrayList<>();
      for (String question : ROWS) {
        List<String> rows = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(question.formatted(tenantId))) {
          while (row.next()) {
            rows.add(named(row.getString(1), names));
          }
        }
        rows.stream()
            .sorted()
            .map(row -> question.replaceAll("(?s).*FROM (\\w+).*", "$1 ") + row)
            .forEach(lines::add);
      }
      return lines;
    }
  }

  private static String named(String row, Map<String, String> names) {
    return UUIDS.matcher(row).replaceAll(id -> names.getOrDefault(id.group(), id.group()));
  }
}
