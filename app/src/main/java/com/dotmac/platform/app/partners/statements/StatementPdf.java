package com.dotmac.platform.app.partners.statements;

import com.dotmac.platform.app.billing.documents.Figures;
import com.dotmac.platform.app.billing.documents.PdfFile;
import com.dotmac.platform.app.billing.documents.Sheets;
import com.dotmac.platform.domain.partners.ledger.Movement;
import com.dotmac.platform.domain.partners.statements.PartnerStatement;
import com.dotmac.platform.domain.partners.statements.StatementPeriod;
import java.time.LocalDate;

/** A statement as a PDF, of which the same statement always gives the same bytes. */
final class StatementPdf {
  private static final float SIZE = 9.5f;
  private static final float STEP = 14;
  private static final float HALF = (Sheets.RIGHT - Sheets.LEFT) / 2 - 12;
  private static final float MIDDLE = Sheets.LEFT + (Sheets.RIGHT - Sheets.LEFT) / 2;
  private static final float ROOM = 150;

  private final Sheets sheets;
  private final Figures figures;
  private final PartnerStatement statement;

  private StatementPdf(Sheets sheets, PartnerStatement statement) {
    this.sheets = sheets;
    this.statement = statement;
    figures = new Figures(statement.currency());
  }

  /** The file, on A4. */
  static byte[] of(PartnerStatement statement) {
    String title =
        "Statement of %s, %s, %s"
            .formatted(
                statement.partnerNumber(),
                statement.period().month(),
                statement.currency().getCurrencyCode());
    return PdfFile.of(
        // A statement never changes, so that its identifier stands for all that it says.
        new PdfFile.About(
            title, statement.issuerName(), statement.madeAt(), statement.id().toString()),
        sheets -> new StatementPdf(sheets, statement).lay());
  }

  private void lay() {
    sheets.down(18);
    sheets.left(Sheets.LEFT, 20, true, "Statement");
    sheets.down(22);
    head();
    sheets.down(26);
    balance("Opening balance", statement.openingBalance().minor());
    sheets.rule();
    sheets.down(4);
    for (Movement movement : Movement.values()) {
      row(called(movement), figures.amount(statement.amount(movement).minor()), false);
    }
    sheets.rule();
    sheets.down(4);
    balance("Closing balance", statement.closingBalance().minor());
    sheets.down(10);
    row("Of it held", figures.amount(statement.held().minor()), false);
    boolean owes = statement.payable().isNegative();
    row(
        owes ? "Of it carried to the next payouts" : "Of it payable",
        figures.amount(statement.payable().minor()),
        false);
    row("Of it in payouts under way", figures.amount(statement.inFlight().minor()), false);
    sheets.down(22);
    sheets.wrapped(Sheets.LEFT, 8, false, note(), Sheets.RIGHT - Sheets.LEFT);
  }

  private void head() {
    StatementPeriod period = statement.period();
    label("From");
    fact("Month", period.month().toString());
    sheets.down(STEP);
    fact("First day", day(period, true));
    sheets.wrapped(Sheets.LEFT, SIZE, true, statement.issuerName(), HALF);
    sheets.down(STEP);
    fact("Last day", day(period, false));
    sheets.down(STEP);
    fact("Time zone", period.zone().getId());
    label("For");
    sheets.down(STEP);
    fact("Amounts in", statement.currency().getCurrencyCode());
    sheets.left(Sheets.LEFT, SIZE, false, "Partner " + statement.partnerNumber());
    sheets.down(STEP);
    sheets.wrapped(Sheets.LEFT, SIZE, true, statement.partnerName(), HALF);
  }

  private static String day(StatementPeriod period, boolean first) {
    LocalDate day = first ? period.month().atDay(1) : period.month().atEndOfMonth();
    return day.toString();
  }

  private void label(String text) {
    sheets.left(Sheets.LEFT, 8, false, text);
  }

  private void fact(String label, String value) {
    sheets.left(MIDDLE, SIZE, false, label);
    sheets.right(Sheets.RIGHT, SIZE, false, value, HALF - 70);
  }

  private void balance(String label, long minor) {
    row(label, figures.money(minor), true);
  }

  private void row(String label, String amount, boolean bold) {
    sheets.down(STEP);
    sheets.left(Sheets.LEFT, SIZE, bold, label);
    sheets.right(Sheets.RIGHT, SIZE, bold, amount, ROOM);
  }

  private String note() {
    return "Amounts are what is owed to the partner; below zero, what the partner owes. The opening"
        + " balance and the movements come to the closing balance, which opens the next month.";
  }

  private static String called(Movement movement) {
    return switch (movement) {
      case EARNED -> "Earned";
      case REVERSED -> "Reversed";
      case ADJUSTED -> "Adjusted by hand";
      case WRITTEN_OFF -> "Written off";
      case PAID_OUT -> "Paid out";
      case RETURNED -> "Returned";
    };
  }
}
