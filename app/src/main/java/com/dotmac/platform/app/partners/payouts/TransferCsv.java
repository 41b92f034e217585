package com.dotmac.platform.app.partners.payouts;

import com.dotmac.platform.app.partners.Csv;
import com.dotmac.platform.domain.partners.payouts.BankAccount;
import com.dotmac.platform.domain.partners.payouts.Transfer;
import com.dotmac.platform.domain.partners.payouts.TransferList;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Transfers as a table. */
final class TransferCsv {

  private static final CSVFormat FORMAT =
      Csv.table(
          "reference",
          "payout_id",
          "holder",
          "iban",
          "account_number",
          "bic",
          "amount",
          "currency");

  private TransferCsv() {}

  static byte[] of(TransferList list) {
    StringWriter text = new StringWriter();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      for (Transfer transfer : list.transfers()) {
        BankAccount payee = transfer.payee();
        printer.printRecord(
            transfer.key(),
            transfer.payoutId(),
            Csv.text(payee.holder()),
            Csv.text(payee.iban()),
            Csv.text(payee.accountNumber()),
            Csv.text(payee.bic()),
            Csv.major(transfer.amount()),
            transfer.amount().currency().getCurrencyCode());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Nothing is written to but memory", e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
