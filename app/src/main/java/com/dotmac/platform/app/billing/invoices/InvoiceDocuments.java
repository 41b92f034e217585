package com.dotmac.platform.app.billing.invoices;

import com.dotmac.platform.app.billing.documents.InvoiceDocument;
import com.dotmac.platform.app.billing.documents.InvoiceDocument.Line;
import com.dotmac.platform.app.billing.documents.InvoiceDocument.Party;
import com.dotmac.platform.app.billing.documents.InvoiceDocument.Standing;
import com.dotmac.platform.app.billing.documents.InvoiceDocument.Tax;
import com.dotmac.platform.app.billing.documents.InvoiceDocument.Totals;
import com.dotmac.platform.domain.billing.invoices.Invoice;
import com.dotmac.platform.domain.billing.invoices.InvoiceLine;
import com.dotmac.platform.domain.billing.invoices.InvoiceStatus;
import com.dotmac.platform.domain.billing.invoices.LineAmounts;
import com.dotmac.platform.domain.billing.invoices.LineDetails;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says what stands on the document of an invoice. */
final class InvoiceDocuments {

  private InvoiceDocuments() {}

  /**
   * The document.
   *
   * @param seller what the tenant is called
   * @param billTo what is known of the customer; of a finalised invoice, as it was then
   */
  static InvoiceDocument of(
      String seller,
      Map<String, @Nullable Object> billTo,
      Invoice invoice,
      List<InvoiceLine> lines) {
    Currency currency = invoice.currency();
    return new InvoiceDocument(
        standing(invoice.status()),
        invoice.number(),
        new Party(seller, List.of()),
        new Party(String.valueOf(billTo.get("name")), known(billTo)),
        invoice.issuedOn(),
        invoice.dueOn(),
        currency,
        lines.stream().map(line -> line(line.details(currency), line.amounts(currency))).toList(),
        taxes(lines, currency),
        totals(invoice),
        invoice.memo(),
        Objects.requireNonNullElse(invoice.finalisedAt(), invoice.updatedAt()));
  }

  private static Standing standing(InvoiceStatus status) {
    return switch (status) {
      case DRAFT -> Standing.DRAFT;
      case VOID -> Standing.VOID;
      default -> Standing.VALID;
    };
  }

  /** What is known of a customer, as on an envelope, and below it what tells him from others. */
  private static List<String> known(Map<String, @Nullable Object> fields) {
    List<String> lines = new ArrayList<>();
    add(lines, "", fields.get("line1"));
    add(lines, "", fields.get("line2"));
    add(lines, "", together(fields.get("postalCode"), fields.get("city")));
    add(lines, "", fields.get("region"));
    add(lines, "", fields.get("country"));
    add(lines, "Tax id ", fields.get("taxId"));
    add(lines, "", fields.get("email"));
    add(lines, "Customer ", fields.get("number"));
    return lines;
  }

  private static void add(List<String> lines, String label, @Nullable Object value) {
    if (value != null) {
      lines.add(label + value);
    }
  }

  private static @Nullable Object together(@Nullable Object one, @Nullable Object other) {
    if (one == null) {
      return other;
    }
    return other == null ? one : one + " " + other;
  }

  private static Line line(LineDetails details, LineAmounts amounts) {
    return new Line(
        details.description(),
        details.quantity(),
        details.unitPrice().minor(),
        amounts.discount().minor(),
        details.taxRate(),
        amounts.gross().minus(amounts.discount()).minor());
  }

  /** One sum for each rate that is not nothing, the lowest first. */
  private static List<Tax> taxes(List<InvoiceLine> lines, Currency currency) {
    Map<BigDecimal, Tax> sums = new TreeMap<>();
    for (InvoiceLine line : lines) {
      LineAmounts amounts = line.amounts(currency);
      BigDecimal rate = line.details(currency).taxRate();
      if (rate.signum() != 0) {
        long net = amounts.gross().minus(amounts.discount()).minor();
        sums.merge(rate, new Tax(rate, net, amounts.tax().minor()), InvoiceDocuments::sum);
      }
    }
    return List.copyOf(sums.values());
  }

  private static Tax sum(Tax one, Tax other) {
    return new Tax(
        one.rate(),
        Math.addExact(one.net(), other.net()),
        Math.addExact(one.amount(), other.amount()));
  }

  private static Totals totals(Invoice invoice) {
    return new Totals(
        invoice.totals().subtotal().minor(),
        invoice.totals().discount().minor(),
        invoice.totals().tax().minor(),
        invoice.total().minor(),
        invoice.paid().minor(),
        invoice.refunded().minor(),
        invoice.credited().minor(),
        invoice.balance().minor());
  }
}
