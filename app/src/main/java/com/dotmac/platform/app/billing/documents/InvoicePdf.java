package com.dotmac.platform.app.billing.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

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
    try (PDDocument document = new PDDocument();
        Typeface typeface = new Typeface(document)) {
      Sheets sheets = new Sheets(typeface);
      Figures figures = new Figures(invoice.currency());
      InvoiceHead.lay(sheets, invoice, figures);
      new LinesTable(sheets, figures).lay(invoice.lines());
      TotalsBlock.lay(sheets, invoice, figures);
      if (invoice.memo() != null) {
        memo(sheets, invoice.memo());
      }
      sheets.foot(foot(invoice));
      PdfFile.draw(document, sheets);
      describe(document, invoice);
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      // Objects one by one, as every reader has known them for twenty years.
      document.save(file, CompressParameters.NO_COMPRESSION);
      return file.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("A document in memory could not be written", e);
    }
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

  private static String foot(InvoiceDocument invoice) {
    return title(invoice) + " · " + invoice.seller().name();
  }

  private static void describe(PDDocument document, InvoiceDocument invoice) {
    PDDocumentInformation about = new PDDocumentInformation();
    about.setTitle(title(invoice));
    about.setAuthor(invoice.seller().name());
    about.setProducer("Dotmac Platform");
    about.setCreationDate(GregorianCalendar.from(invoice.madeAt().atZone(ZoneOffset.UTC)));
    document.setDocumentInformation(about);
    document.getDocumentCatalog().setLanguage("en");
    PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
    preferences.setDisplayDocTitle(true);
    document.getDocumentCatalog().setViewerPreferences(preferences);
    document.setDocumentId(fingerprint(invoice));
  }

  /** Names the file by what it says; PDFBox would take the time of day. */
  private static long fingerprint(InvoiceDocument invoice) {
    try {
      byte[] said = invoice.toString().getBytes(StandardCharsets.UTF_8);
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(said)).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
