package com.dotmac.platform.app.billing.documents;

import com.dotmac.platform.app.billing.documents.InvoiceDocument.Line;
import com.dotmac.platform.app.billing.documents.InvoiceDocument.Party;
import com.dotmac.platform.app.billing.documents.InvoiceDocument.Standing;
import com.dotmac.platform.app.billing.documents.InvoiceDocument.Tax;
import com.dotmac.platform.app.billing.documents.InvoiceDocument.Totals;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Documents for tests: believable ones, and one thing changed. */
final class AnInvoiceDocument {
  private static final BigDecimal RATE = new BigDecimal("0.19");

  private AnInvoiceDocument() {}

  /** An invoice in euros with so many lines of 1.00 to 12.00. */
  static InvoiceDocument ofLines(int count) {
    List<Line> lines = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      lines.add(line("Consulting, part " + (index + 1), 100L * (index % 12 + 1)));
    }
    return of("EUR", lines);
  }

  static InvoiceDocument of(String currency, List<Line> lines) {
    return of(Standing.VALID, "INV-2026-000042", currency, lines, customer("Nordlicht GmbH"));
  }

  static InvoiceDocument of(
      Standing standing,
      @Nullable String number,
      String currency,
      List<Line> lines,
      Party customer) {
    long net = lines.stream().mapToLong(Line::net).sum();
    long tax = net / 100 * 19;
    return new InvoiceDocument(
        standing,
        number,
        new Party("Harbor & Pine Ltd", List.of("12 Dock Road", "London E16 2QU", "GB")),
        customer,
        LocalDate.of(2026, 3, 1),
        LocalDate.of(2026, 3, 31),
        Currency.getInstance(currency),
        lines,
        List.of(new Tax(RATE, net, tax)),
        new Totals(net, 0, tax, net + tax, 500, 100, 200, net + tax - 600),
        "Thank you for your order.",
        Instant.parse("2026-03-01T08:00:00Z"));
  }

  static Party customer(String name) {
    return new Party(name, List.of("Speicherstraße 7", "20457 Hamburg", "DE", "VAT DE811111111"));
  }

  static Line line(String description, long net) {
    return new Line(description, BigDecimal.ONE, net, 0, RATE, net);
  }
}
