package com.dotmac.platform.app.billing.documents;

import com.dotmac.platform.app.billing.documents.Sheets.Mark;
import com.dotmac.platform.app.billing.documents.Sheets.Rule;
import com.dotmac.platform.app.billing.documents.Sheets.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * A document as a file. The same document gives the same bytes: nothing in it comes from the clock,
 * from chance or from the settings of the server.
 */
public final class PdfFile {
  private static final float HAIRLINE = 0.5f;

  private PdfFile() {}

  /**
   * What a file says of itself.
   *
   * @param title what it is; stands at the foot of each page, too
   * @param author who issued it; stands beside the title there
   * @param madeAt of when it is
   * @param said all that the document says, which names the file
   */
  public record About(String title, String author, Instant madeAt, String said) {}

  /**
   * Draws a document.
   *
   * @param layout puts what it says on its pages
   * @return the file, on A4, with as many pages as it needs
   */
  public static byte[] of(About about, Consumer<Sheets> layout) {
    try (PDDocument document = new PDDocument();
        Typeface typeface = new Typeface(document)) {
      Sheets sheets = new Sheets(typeface);
      layout.accept(sheets);
      sheets.foot(about.title() + " · " + about.author());
      draw(document, sheets);
      describe(document, about);
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      // Objects one by one, as every reader has known them for twenty years.
      document.save(file, CompressParameters.NO_COMPRESSION);
      return file.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("A document in memory could not be written", e);
    }
  }

  private static void describe(PDDocument document, About said) {
    PDDocumentInformation about = new PDDocumentInformation();
    about.setTitle(said.title());
    about.setAuthor(said.author());
    about.setProducer("Dotmac Platform");
    about.setCreationDate(GregorianCalendar.from(said.madeAt().atZone(ZoneOffset.UTC)));
    document.setDocumentInformation(about);
    document.getDocumentCatalog().setLanguage("en");
    PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
    preferences.setDisplayDocTitle(true);
    document.getDocumentCatalog().setViewerPreferences(preferences);
    document.setDocumentId(fingerprint(said.said()));
  }

  /** Names the file by what it says; PDFBox would take the time of day. */
  private static long fingerprint(String said) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static void draw(PDDocument document, Sheets sheets) throws IOException {
    for (List<Mark> marks : sheets.pages()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
        for (Mark mark : marks) {
          if (mark instanceof Text text) {
            text(stream, sheets.typeface(), text);
          } else if (mark instanceof Rule rule) {
            stream.setLineWidth(HAIRLINE);
            stream.moveTo(rule.from(), rule.y());
            stream.lineTo(rule.to(), rule.y());
            stream.stroke();
          }
        }
      }
    }
  }

  private static void text(PDPageContentStream stream, Typeface typeface, Text text)
      throws IOException {
    // One file of the font is enough: a bold letter is one with a thicker edge.
    stream.setLineWidth(text.size() / 28);
    stream.beginText();
    stream.setFont(typeface.font(), text.size());
    stream.setRenderingMode(text.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
    stream.newLineAtOffset(text.x(), text.y());
    stream.showText(ReadingOrder.drawn(text.text()));
    stream.endText();
  }
}
