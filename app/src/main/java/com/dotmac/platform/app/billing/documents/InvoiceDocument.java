package com.dotmac.platform.app.billing.documents;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the document of an invoice says. All amounts are in minor units of one currency.
 *
 * @param standing what must be seen at once, such as that this is a draft
 * @param number {@code null} while the invoice has none
 * @param seller who is paid
 * @param customer who pays
 * @param issuedOn {@code null} while the invoice is a draft
 * @param dueOn {@code null} if it has no day yet
 * @param currency decides how many digits stand behind the point
 * @param lines in their order
 * @param taxes one for each rate, in the order in which they are to be printed
 * @param totals the sums
 * @param memo words for the customer; {@code null}: none
 * @param madeAt the instant that the file names as its own; the same invoice has the same one
 */
public record InvoiceDocument(
    Standing standing,
    @Nullable String number,
    Party seller,
    Party customer,
    @Nullable LocalDate issuedOn,
    @Nullable LocalDate dueOn,
    Currency currency,
    List<Line> lines,
    List<Tax> taxes,
    Totals totals,
    @Nullable String memo,
    Instant madeAt) {

  /** The same, with lists that nobody changes. */
  public InvoiceDocument {
    lines = List.copyOf(lines);
    taxes = List.copyOf(taxes);
  }

  /** What a reader must not overlook. */
  public enum Standing {
    /** A document like any other. */
    VALID(""),
    /** Not issued: nobody owes what it says. */
    DRAFT("DRAFT"),
    /** Issued and taken back: nobody owes what it says any more. */
    VOID("VOID");

    private final String mark;

    Standing(String mark) {
      this.mark = mark;
    }

    String mark() {
      return mark;
    }
  }

  /**
   * Seller or customer.
   *
   * @param name what he is called
   * @param lines address, number for taxes and the like, one line each
   */
  public record Party(String name, List<String> lines) {

    /** The same, with a list that nobody changes. */
    public Party {
      lines = List.copyOf(lines);
    }
  }

  /**
   * What was sold.
   *
   * @param description in words
   * @param quantity how much of it
   * @param unit price of one, before discount and tax
   * @param discount what is taken off, as a positive amount
   * @param taxRate as a fraction: 0.19 is 19 %
   * @param net quantity times price less the discount, before tax
   */
  public record Line(
      String description,
      BigDecimal quantity,
      long unit,
      long discount,
      BigDecimal taxRate,
      long net) {}

  /**
   * The tax of one rate.
   *
   * @param rate as a fraction
   * @param net what it was taken of
   * @param amount of tax
   */
  public record Tax(BigDecimal rate, long net, long amount) {}

  /**
   * The sums of the invoice.
   *
   * @param subtotal of the lines before discount and tax
   * @param discount what is taken off, as a positive amount
   * @param tax of all rates
   * @param total what the invoice is over
   * @param paid by payments
   * @param refunded of what was paid
   * @param credited by credit notes
   * @param balance what is still owed
   */
  public record Totals(
      long subtotal,
      long discount,
      long tax,
      long total,
      long paid,
      long refunded,
      long credited,
      long balance) {}
}
