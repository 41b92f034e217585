package com.dotmac.platform.app.partners.statements;

import com.dotmac.platform.app.partners.Csv;
import com.dotmac.platform.domain.partners.statements.PartnerStatement;
import com.dotmac.platform.domain.partners.statements.StatementLine;
import com.dotmac.platform.domain.shared.Money;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A statement as a table: the opening balance, each entry that changed it, the closing balance. The
 * amounts above the last row come to that of the last row.
 */
final class StatementCsv {

  private static final CSVFormat FORMAT =
      Csv.table(
          "month",
          "movement",
          "at",
          "amount",
          "currency",
          "commission_event_id",
          "payout_id",
          "customer_id",
          "invoice_id",
          "reason");

  private StatementCsv() {}

  static byte[] of(PartnerStatement statement, List<StatementLine> lines) {
    StringWriter text = new StringWriter();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      balance(
          printer,
          statement,
          "opening_balance",
          statement.period().from(),
          statement.openingBalance());
      for (StatementLine line : lines) {
        printer.printRecord(
            statement.period().month(),
            line.movement().code(),
            line.postedAt(),
            Csv.major(line.amount()),
            line.amount().currency().getCurrencyCode(),
            line.commissionEventId(),
            line.payoutId(),
            line.customerId(),
            line.invoiceId(),
            Csv.text(line.reason()));
      }
      balance(
          printer,
          statement,
          "closing_balance",
          statement.period().to(),
          statement.closingBalance());
    } catch (IOException e) {
      throw new UncheckedIOException("Nothing is written to but memory", e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void balance(
      CSVPrinter printer, PartnerStatement statement, String called, Instant at, Money balance)
      throws IOException {
    printer.printRecord(
        statement.period().month(),
        called,
        at,
        Csv.major(balance),
        balance.currency().getCurrencyCode(),
        null,
        null,
        null,
        null,
        null);
  }
}
