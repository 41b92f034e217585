package com.dotmac.platform.app.billing.documents;

import com.dotmac.platform.app.billing.documents.InvoiceDocument.Tax;
import com.dotmac.platform.app.billing.documents.InvoiceDocument.Totals;
import java.util.ArrayList;
import java.util.List;

/** The sums below the lines, which stay together on one page. */
final class TotalsBlock {
  private static final float SIZE = 9.5f;
  private static final float STEP = 14;
  private static final float LABEL = Sheets.LEFT + 200;

  private record Row(String label, String amount, boolean bold) {}

  private TotalsBlock() {}

  static void lay(Sheets sheets, InvoiceDocument invoice, Figures figures) {
    List<Row> rows = rows(invoice, figures);
    sheets.room(rows.size() * STEP + 12);
    sheets.down(12);
    for (Row row : rows) {
      sheets.down(STEP);
      sheets.left(LABEL, SIZE, row.bold(), row.label());
      sheets.right(Sheets.RIGHT, SIZE, row.bold(), row.amount(), 140);
    }
  }

  private static List<Row> rows(InvoiceDocument invoice, Figures figures) {
    Totals totals = invoice.totals();
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("Subtotal", figures.amount(totals.subtotal()), false));
    if (totals.discount() != 0) {
      rows.add(new Row("Discount", figures.amount(-totals.discount()), false));
    }
    for (Tax tax : invoice.taxes()) {
      String label = "Tax " + figures.rate(tax.rate()) + " of " + figures.amount(tax.net());
      rows.add(new Row(label, figures.amount(tax.amount()), false));
    }
    rows.add(new Row("Total", figures.money(totals.total()), true));
    if (totals.paid() != 0) {
      rows.add(new Row("Paid", figures.amount(-totals.paid()), false));
    }
    if (totals.refunded() != 0) {
      rows.add(new Row("Refunded", figures.amount(totals.refunded()), false));
    }
    if (totals.credited() != 0) {
      rows.add(new Row("Credited", figures.amount(-totals.credited()), false));
    }
    rows.add(new Row("Balance due", figures.money(totals.balance()), true));
    return rows;
  }
}
