package com.dotmac.platform.app.partners.exports;

import com.dotmac.platform.app.partners.Csv;
import com.dotmac.platform.domain.partners.exports.ExportFormat;
import com.dotmac.platform.domain.partners.exports.ExportLine;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Lines of commission as a table, in UTF-8. */
public final class ExportCsv implements ExportFormat {

  private static final CSVFormat FORMAT =
      Csv.table(
          "commission_event_id",
          "partner_number",
          "partner_name",
          "kind",
          "cause",
          "status",
          "base",
          "rate",
          "amount",
          "currency",
          "occurred_at",
          "approved_at",
          "paid_at",
          "customer_id",
          "invoice_id",
          "payout_id",
          "reason");

  @Override
  public Page begin(OutputStream to) throws IOException {
    CSVPrinter printer = new CSVPrinter(new OutputStreamWriter(to, StandardCharsets.UTF_8), FORMAT);
    return new Page() {
      @Override
      public void add(ExportLine line) throws IOException {
        print(printer, line);
      }

      @Override
      public void close() throws IOException {
        printer.close();
      }
    };
  }

  private static void print(CSVPrinter printer, ExportLine line) throws IOException {
    printer.printRecord(
        line.id(),
        line.partnerNumber(),
        Csv.text(line.partnerName()),
        line.kind(),
        line.cause(),
        line.status(),
        Csv.major(line.base()),
        plain(line.rate()),
        Csv.major(line.amount()),
        line.amount().currency().getCurrencyCode(),
        line.occurredAt(),
        line.approvedAt(),
        line.paidAt(),
        line.customerId(),
        line.invoiceId(),
        line.payoutId(),
        Csv.text(line.reason()));
  }

  private static @Nullable String plain(@Nullable BigDecimal rate) {
    return rate == null ? null : rate.stripTrailingZeros().toPlainString();
  }
}
