package com.dotmac.platform.domain.billing.invoices;

import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.domain.tenancy.TenantSql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The door for those who build on what was billed: many invoices in two statements. */
public final class BilledInvoices {

  private final TenantSql sql;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   */
  public BilledInvoices(TenantSessions sessions) {
    sql = new TenantSql(sessions);
  }

  /**
   * What was billed.
   *
   * @param ids of invoices; those that are drafts or not there are left out
   */
  public Map<UUID, BilledInvoice> of(TenantScope scope, Collection<UUID> ids) {
    Map<UUID, List<BilledInvoice.Sale>> sales = new HashMap<>();
    for (SoldLine line :
        sql.list(
            scope,
            """
            SELECT invoice_id, product_id, sum(gross_amount - discount_amount)::bigint AS net
            FROM invoice_lines WHERE invoice_id = ANY (?)
            GROUP BY invoice_id, product_id ORDER BY invoice_id, min(position)\
            """,
            SoldLine::of,
            ids)) {
      sales.computeIfAbsent(line.invoiceId, unused -> new ArrayList<>()).add(line.sale);
    }
    Map<UUID, BilledInvoice> billed = new HashMap<>();
    sql.list(
            scope,
            "SELECT id, customer_id, currency, total_amount FROM invoices"
                + " WHERE id = ANY (?) AND status <> 'draft'",
            row -> invoice(row, sales),
            ids)
        .forEach(invoice -> billed.put(invoice.id(), invoice));
    return billed;
  }

  private static BilledInvoice invoice(ResultSet row, Map<UUID, List<BilledInvoice.Sale>> sales)
      throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new BilledInvoice(
        id,
        row.getObject("customer_id", UUID.class),
        Currency.getInstance(row.getString("currency")),
        row.getLong("total_amount"),
        sales.getOrDefault(id, List.of()));
  }

  private record SoldLine(UUID invoiceId, BilledInvoice.Sale sale) {

    static SoldLine of(ResultSet row) throws SQLException {
      return new SoldLine(
          row.getObject("invoice_id", UUID.class),
          new BilledInvoice.Sale(row.getObject("product_id", UUID.class), row.getLong("net")));
    }
  }
}
