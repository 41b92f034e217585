package com.dotmac.platform.app.billing.documents;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;

/**
 * Numbers as a document prints them: English, with a comma between thousands and a point before the
 * fraction ({@code 1,234.56}), whatever the language of the server is, and days as {@code
 * 2026-03-31}, which nobody reads in two ways.
 *
 * @param currency of all amounts
 */
public record Figures(Currency currency) {

  /** The amount alone, with as many digits behind the point as the currency has. */
  public String amount(long minor) {
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    DecimalFormat format = format();
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(BigDecimal.valueOf(minor, digits));
  }

  /** The amount with the code of its currency before it. */
  public String money(long minor) {
    return currency.getCurrencyCode() + " " + amount(minor);
  }

  /** A quantity, without zeros at its end. */
  String quantity(BigDecimal quantity) {
    DecimalFormat format = format();
    format.setMaximumFractionDigits(Math.max(0, quantity.scale()));
    return format.format(quantity);
  }

  /** A fraction as a percentage, without zeros at its end. */
  String rate(BigDecimal fraction) {
    return quantity(fraction.movePointRight(2)) + "%";
  }

  /** A day. */
  public String day(LocalDate day) {
    return day.toString();
  }

  private static DecimalFormat format() {
    return new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
  }
}
