package com.dotmac.platform.app.partners;

import com.dotmac.platform.domain.shared.Money;
import java.math.BigDecimal;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/**
 * Tables as files (RFC 4180), in which every value stands in quotes. A text that a spreadsheet
 * would take for a formula begins with an apostrophe, which spreadsheets do not show.
 */
public final class Csv {

  private static final String FORMULA = "=+-@\t\r\n";

  private Csv() {}

  /** The form of a table with these names of columns. */
  public static CSVFormat table(String... columns) {
    return CSVFormat.RFC4180
        .builder()
        .setQuoteMode(QuoteMode.ALL_NON_NULL)
        .setHeader(columns)
        .get();
  }

  /** A text that somebody typed, so that nothing is run that reads it. */
  public static @Nullable String text(@Nullable String typed) {
    return typed == null || typed.isEmpty() || FORMULA.indexOf(typed.charAt(0)) < 0
        ? typed
        : "'" + typed;
  }

  /** An amount with all decimals of its currency, as banks write it. */
  public static String major(Money amount) {
    return BigDecimal.valueOf(amount.minor(), amount.currency().getDefaultFractionDigits())
        .toPlainString();
  }
}
