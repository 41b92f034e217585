package com.dotmac.platform.app.partners.payouts;

import com.dotmac.platform.domain.partners.payouts.BankAccount;
import com.dotmac.platform.domain.partners.payouts.Transfer;
import com.dotmac.platform.domain.partners.payouts.TransferList;
import com.dotmac.platform.domain.shared.Money;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/**
 * Transfers as a table (RFC 4180). A text that a spreadsheet would take for a formula begins with
 * an apostrophe, which spreadsheets do not show.
 */
final class TransferCsv {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setQuoteMode(QuoteMode.ALL_NON_NULL)
          .setHeader(
              "reference",
              "payout_id",
              "holder",
              "iban",
              "account_number",
              "bic",
              "amount",
              "currency")
          .get();

  private static final String FORMULA = "=+-@\t\r\n";

  private TransferCsv() {}

  static byte[] of(TransferList list) {
    StringWriter text = new StringWriter();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      for (Transfer transfer : list.transfers()) {
        BankAccount payee = transfer.payee();
        printer.printRecord(
            transfer.key(),
            transfer.payoutId(),
            plain(payee.holder()),
            plain(payee.iban()),
            plain(payee.accountNumber()),
            plain(payee.bic()),
            major(transfer.amount()),
            transfer.amount().currency().getCurrencyCode());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Nothing is written to but memory", e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** With all decimals of the currency, as banks write it. */
  static String major(Money amount) {
    return BigDecimal.valueOf(amount.minor(), amount.currency().getDefaultFractionDigits())
        .toPlainString();
  }

  private static @Nullable String plain(@Nullable String text) {
    return text == null || text.isEmpty() || FORMULA.indexOf(text.charAt(0)) < 0
        ? text
        : "'" + text;
  }
}
