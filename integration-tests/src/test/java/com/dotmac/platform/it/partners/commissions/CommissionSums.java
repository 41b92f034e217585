package com.dotmac.platform.it.partners.commissions;

import com.dotmac.platform.it.harness.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Reckons commissions anew from what is in the tables of billing now, and says where they are other
 * than that: it knows nothing of the facts that were told.
 */
final class CommissionSums {
  private static final String QUESTION =
      """
      WITH mine AS (SELECT ?::uuid AS tenant), receipt AS (
        SELECT a.invoice_id, a.customer_id, a.created_at AS at, a.amount - coalesce((
          SELECT sum(b.amount - b.restored_amount) FROM payment_allocation_reversals b
          LEFT JOIN payment_refunds r ON r.id = b.refund_id
          WHERE b.allocation_id = a.id AND (r.id IS NULL OR r.status <> 'pending')), 0) AS net
        FROM payment_allocations a, mine WHERE a.tenant_id = tenant
        UNION ALL
        SELECT c.invoice_id, i.customer_id, c.applied_at, CASE WHEN c.undone_at IS NULL THEN c.amount ELSE 0 END
        FROM credit_note_applications c JOIN credit_notes n ON n.id = c.credit_note_id AND n.invoice_id <> c.invoice_id
        JOIN invoices i ON i.id = c.invoice_id, mine WHERE c.tenant_id = tenant
      ), worth AS (
        SELECT i.id, i.total_amount AS total,
          coalesce((SELECT sum(net) FROM receipt WHERE invoice_id = i.id), 0) AS paid,
          CASE i.status WHEN 'void' THEN 0 ELSE i.total_amount - coalesce((
            SELECT sum(n.total_amount) FROM credit_notes n WHERE n.invoice_id = i.id AND n.status <> 'void'), 0) END AS asked
        FROM invoices i, mine WHERE i.tenant_id = tenant
      ), covered AS (
        SELECT r.invoice_id, a.partner_id, sum(r.net) AS net FROM receipt r JOIN partner_accounts a
          ON a.customer_id = r.customer_id AND r.at >= a.started_at AND (a.ended_at IS NULL OR r.at < a.ended_at)
        GROUP BY r.invoice_id, a.partner_id
      ), term AS (
        SELECT t.*, coalesce(round(t.commissionable_amount::numeric * c.net * least(w.paid, w.asked)
            / nullif(w.paid * w.total, 0)), 0) AS right_base
        FROM partner_commission_terms t JOIN worth w ON w.id = t.invoice_id
        LEFT JOIN covered c ON c.invoice_id = t.invoice_id AND c.partner_id = t.partner_id, mine WHERE t.tenant_id = tenant
      )
      SELECT format('terms of %s on %s have the base %s and not %s', partner_id, invoice_id, base_amount, right_base)
      FROM term WHERE base_amount <> right_base
      UNION ALL
      SELECT format('terms of %s on %s earn %s by %s', partner_id, invoice_id, amount, base_amount) FROM term
      WHERE pool_id IS NULL AND amount <> round(coalesce(rate, 0) * base_amount)
      UNION ALL
      SELECT format('terms %s earned %s, and their lines come to %s', t.id, t.amount, e.lines) FROM term t
      CROSS JOIN LATERAL (SELECT coalesce(sum(amount), 0) AS lines FROM partner_commission_events WHERE terms_id = t.id) e
      WHERE pool_id IS NULL AND t.amount <> e.lines
      UNION ALL
      SELECT format('pool %s holds %s and %s', p.id, p.base_amount, p.amount) FROM partner_commission_pools p
      CROSS JOIN LATERAL (SELECT sum(base_amount) AS base, sum(amount) AS amount FROM term WHERE pool_id = p.id) t, mine
      WHERE p.tenant_id = tenant AND (p.base_amount, p.amount) <> (t.base, t.amount)
      UNION ALL
      SELECT format('line %s of %s has %s taken back', e.id, e.amount, e.reversed_amount) FROM partner_commission_events e, mine
      WHERE e.tenant_id = tenant AND e.reversed_amount <> coalesce((
        SELECT -sum(r.amount) FROM partner_commission_events r WHERE r.reverses_id = e.id), 0)
      UNION ALL
      SELECT format('%s paid for %s while %s looked after the customer, and nothing was decided', c.net, c.invoice_id, c.partner_id)
      FROM covered c WHERE NOT EXISTS (SELECT FROM term WHERE invoice_id = c.invoice_id AND partner_id = c.partner_id)
      UNION ALL
      SELECT format('transaction %s comes to %s', transaction_id, sum(amount)) FROM partner_ledger_entries, mine
      WHERE tenant_id = tenant GROUP BY transaction_id HAVING sum(amount) <> 0
      """;

  private CommissionSums() {}

  /** Sentences about what is wrong. */
  static List<String> wrong(TestDatabase database, UUID tenantId) throws SQLException {
    try (Connection connection = database.connectAsAdministrator();
        PreparedStatement statement = connection.prepareStatement(QUESTION)) {
      statement.setObject(1, tenantId);
      List<String> sentences = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          sentences.add(rows.getString(1));
        }
      }
      return sentences;
    }
  }

  /** The lines of a tenant without identifiers, in the order in which facts made them. */
  static List<String> lines(TestDatabase database, UUID tenantId) throws SQLException {
    try (Connection connection = database.connectAsAdministrator();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                SELECT format('%s %s %s %s', e.kind, e.cause, sum(e.base_amount), sum(e.amount))
                FROM partner_commission_events e JOIN billing_events b ON b.id = e.billing_event_id
                JOIN partner_commission_terms t ON t.id = e.terms_id
                WHERE e.tenant_id = ? GROUP BY b.position, t.decided_at, t.position, e.kind, e.cause
                ORDER BY b.position, t.decided_at, t.position, e.kind
                """)) {
      statement.setObject(1, tenantId);
      List<String> lines = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          lines.add(rows.getString(1));
        }
      }
      return lines;
    }
  }
}
