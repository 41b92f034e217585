package com.dotmac.platform.app.billing.documents;

/**
 * An invoice as a PDF. The same document gives the same bytes: nothing in the file comes from the
 * clock, from chance or from the settings of the server.
 */
public final class InvoicePdf {
  private static final float MEMO_SIZE = 9.5f;
  private static final float MEMO_STEP = 13;

  private InvoicePdf() {}

  /**
   * Draws the document.
   *
   * @param invoice what it says; texts may hold whatever somebody typed
   * @return the file, on A4, with as many pages as it needs
   */
  public static byte[] of(InvoiceDocument invoice) {
    return PdfFile.of(
        new PdfFile.About(
            title(invoice), invoice.seller().name(), invoice.madeAt(), invoice.toString()),
        sheets -> {
          Figures figures = new Figures(invoice.currency());
          InvoiceHead.lay(sheets, invoice, figures);
          new LinesTable(sheets, figures).lay(invoice.lines());
          TotalsBlock.lay(sheets, invoice, figures);
          if (invoice.memo() != null) {
            memo(sheets, invoice.memo());
          }
        });
  }

  /** Words for the customer, below the sums: as many lines as they need. */
  private static void memo(Sheets sheets, String words) {
    sheets.down(MEMO_STEP);
    for (String line :
        Wrapping.of(sheets.typeface(), words, MEMO_SIZE, Sheets.RIGHT - Sheets.LEFT)) {
      sheets.down(MEMO_STEP);
      sheets.left(Sheets.LEFT, MEMO_SIZE, false, line);
    }
  }

  private static String title(InvoiceDocument invoice) {
    String named = invoice.number() == null ? "Invoice" : "Invoice " + invoice.number();
    String mark = invoice.standing().mark();
    return mark.isEmpty() ? named : named + " (" + mark + ")";
  }
}
