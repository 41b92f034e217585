package com.dotmac.platform.app.billing.documents;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The font of one document: Liberation Sans, which PDFBox brings along. The file gets those glyphs
 * that it uses, and looks the same everywhere.
 *
 * <p>The font has Latin, Greek, Cyrillic and Hebrew letters. What it has no glyph for is printed as
 * an empty box, one for each character: a document is never refused for what somebody is called.
 */
final class Typeface implements AutoCloseable {
  private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final int REPLACEMENT = '□';
  private static final float UNITS = 1000f;

  private final TrueTypeFont source;
  private final CmapLookup glyphs;
  private final PDFont font;
  private final int replacement;
  private final Map<Integer, Float> widths = new HashMap<>();

  /**
   * Puts the font into a document.
   *
   * @param document is saved before this is closed
   * @throws IOException if the jar lacks the font
   */
  Typeface(PDDocument document) throws IOException {
    try (InputStream file = PDFont.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IOException("PDFBox lacks " + FILE);
      }
      source = new TTFParser().parse(new RandomAccessReadBuffer(file));
    }
    // One glyph for one character: widths add up, and what is copied out of the file is the text.
    source.setEnableGsub(false);
    glyphs = source.getUnicodeCmapLookup();
    font = PDType0Font.load(document, source, true);
    replacement = has(REPLACEMENT) ? REPLACEMENT : '?';
  }

  PDFont font() {
    return font;
  }

  /**
   * The text with nothing in it that the font cannot print. Breaks of lines are kept as {@code \n},
   * other space becomes a blank, and what has no shape of its own goes.
   */
  String printable(String text) {
    StringBuilder printed = new StringBuilder();
    Normalizer.normalize(text.replace("\r\n", "\n"), Normalizer.Form.NFC)
        .codePoints()
        .forEach(character -> append(printed, character));
    return printed.toString();
  }

  private void append(StringBuilder printed, int character) {
    int type = Character.getType(character);
    if (character == '\n'
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR) {
      printed.append('\n');
    } else if (Character.isWhitespace(character)) {
      printed.append(' ');
    } else if (type != Character.CONTROL && type != Character.FORMAT) {
      printed.appendCodePoint(has(character) ? character : replacement);
    }
  }

  /** The width of a printable text of one line, in points. */
  float width(String text, float size) {
    float sum = 0;
    for (int at = 0; at < text.length(); ) {
      int character = text.codePointAt(at);
      sum += widths.computeIfAbsent(character, this::widthOf);
      at += Character.charCount(character);
    }
    return sum * size / UNITS;
  }

  private float widthOf(int character) {
    try {
      return font.getStringWidth(Character.toString(character));
    } catch (IOException e) {
      throw new IllegalStateException("The font is in memory", e);
    }
  }

  private boolean has(int character) {
    return glyphs.getGlyphId(character) > 0;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
