package com.dotmac.platform.app.billing.documents;

import com.dotmac.platform.app.billing.documents.InvoiceDocument.Party;
import java.util.ArrayList;
import java.util.List;

/** The upper part of an invoice: what it is, from whom, for whom, of when. */
final class InvoiceHead {
  private static final float SIZE = 9.5f;
  private static final float STEP = 13;
  private static final float HALF = (Sheets.RIGHT - Sheets.LEFT) / 2 - 12;
  private static final float MIDDLE = Sheets.LEFT + (Sheets.RIGHT - Sheets.LEFT) / 2;

  private InvoiceHead() {}

  static void lay(Sheets sheets, InvoiceDocument invoice, Figures figures) {
    sheets.down(18);
    sheets.left(Sheets.LEFT, 20, true, "Invoice");
    sheets.right(Sheets.RIGHT, 20, true, invoice.standing().mark(), HALF);
    sheets.down(14);
    blocks(sheets, block(sheets, "From", invoice.seller()), facts(invoice, figures));
    sheets.down(10);
    blocks(sheets, block(sheets, "Bill to", invoice.customer()), List.of());
    sheets.down(10);
  }

  private static List<String> block(Sheets sheets, String label, Party party) {
    List<String> lines = new ArrayList<>();
    lines.add(label);
    lines.addAll(Wrapping.of(sheets.typeface(), party.name(), SIZE, HALF));
    for (String line : party.lines()) {
      lines.addAll(Wrapping.of(sheets.typeface(), line, SIZE, HALF));
    }
    return lines;
  }

  /** A fact with its label. */
  private record Fact(String label, String value) {}

  private static List<Fact> facts(InvoiceDocument invoice, Figures figures) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Number", invoice.number() == null ? "none yet" : invoice.number()));
    if (invoice.issuedOn() != null) {
      facts.add(new Fact("Issued on", figures.day(invoice.issuedOn())));
    }
    if (invoice.dueOn() != null) {
      facts.add(new Fact("Due on", figures.day(invoice.dueOn())));
    }
    facts.add(new Fact("Amounts in", invoice.currency().getCurrencyCode()));
    return facts;
  }

  /** Two blocks side by side; each of their lines may be the first of a page. */
  private static void blocks(Sheets sheets, List<String> left, List<Fact> right) {
    for (int row = 0; row < Math.max(left.size(), right.size()); row++) {
      sheets.down(STEP);
      if (row < left.size()) {
        // The label is small, the name stands out.
        sheets.left(Sheets.LEFT, row == 0 ? 8 : SIZE, row == 1, left.get(row));
      }
      if (row < right.size()) {
        sheets.left(MIDDLE, SIZE, false, right.get(row).label());
        sheets.right(Sheets.RIGHT, SIZE, false, right.get(row).value(), HALF - 70);
      }
    }
  }
}
