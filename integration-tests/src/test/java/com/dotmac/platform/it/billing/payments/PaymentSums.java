package com.dotmac.platform.it.billing.payments;

import com.dotmac.platform.it.harness.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Adds up rows of a tenant, and says where they disagree: the books as an auditor reads them. */
final class PaymentSums {
  private static final String QUESTION =
      """
      SELECT 'payment ' || p.id || ' is not its parts' FROM payments p WHERE p.tenant_id = ?
        AND p.status NOT IN ('pending', 'failed')
        AND p.amount <> p.available_amount
          + (SELECT coalesce(sum(a.amount - a.reversed_amount), 0) FROM payment_allocations a WHERE a.payment_id = p.id)
          + (SELECT coalesce(sum(r.amount), 0) FROM payment_refunds r WHERE r.payment_id = p.id AND r.status <> 'failed')
          + (SELECT coalesce(sum(d.amount), 0) FROM payment_disputes d WHERE d.payment_id = p.id AND d.status <> 'won')
      UNION ALL
      SELECT 'payment ' || p.id || ' has parts and did not come' FROM payments p WHERE p.tenant_id = ?
        AND p.status IN ('pending', 'failed') AND EXISTS (SELECT FROM payment_allocations a WHERE a.payment_id = p.id)
      UNION ALL
      SELECT 'allocation ' || a.id || ' is not its reversals' FROM payment_allocations a WHERE a.tenant_id = ?
        AND a.reversed_amount <> (
          SELECT coalesce(sum(b.amount - b.restored_amount), 0) FROM payment_allocation_reversals b WHERE b.allocation_id = a.id)
      UNION ALL
      SELECT 'invoice ' || i.id || ' owes another balance' FROM invoices i WHERE i.tenant_id = ?
        AND i.balance_amount <> i.total_amount - i.credited_amount
          - (SELECT coalesce(sum(a.amount), 0) FROM payment_allocations a WHERE a.invoice_id = i.id)
          + (SELECT coalesce(sum(b.amount - b.restored_amount), 0) FROM payment_allocation_reversals b
             JOIN payment_allocations a ON a.id = b.allocation_id WHERE a.invoice_id = i.id)
      UNION ALL
      SELECT 'invoice ' || i.id || ' is ' || i.status FROM invoices i WHERE i.tenant_id = ?
        AND (i.balance_amount < 0 OR (i.status = 'paid') <> (i.balance_amount = 0))
      """;

  private PaymentSums() {}

  /** Sentences about what disagrees. */
  static List<String> wrong(TestDatabase database, UUID tenantId) throws SQLException {
    try (Connection connection = database.connectAsAdministrator();
        PreparedStatement statement = connection.prepareStatement(QUESTION)) {
      for (int place = 1; place <= 5; place++) {
        statement.setObject(place, tenantId);
      }
      List<String> sentences = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          sentences.add(rows.getString(1));
        }
      }
      return sentences;
    }
  }
}
