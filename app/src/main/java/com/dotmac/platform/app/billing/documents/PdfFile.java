package com.dotmac.platform.app.billing.documents;

import com.dotmac.platform.app.billing.documents.Sheets.Mark;
import com.dotmac.platform.app.billing.documents.Sheets.Rule;
import com.dotmac.platform.app.billing.documents.Sheets.Text;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Draws pages that were laid out. */
final class PdfFile {
  private static final float HAIRLINE = 0.5f;

  private PdfFile() {}

  static void draw(PDDocument document, Sheets sheets) throws IOException {
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
