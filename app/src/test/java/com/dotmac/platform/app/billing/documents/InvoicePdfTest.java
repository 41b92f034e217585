package com.dotmac.platform.app.billing.documents;

import static com.dotmac.platform.app.billing.documents.AnInvoiceDocument.customer;
import static com.dotmac.platform.app.billing.documents.AnInvoiceDocument.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.dotmac.platform.app.billing.documents.InvoiceDocument.Line;
import com.dotmac.platform.app.billing.documents.InvoiceDocument.Standing;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvoicePdfTest {

  @Test
  void says_who_pays_whom_what_for_and_when() throws IOException {
    String text = text(AnInvoiceDocument.ofLines(2));

    assertThat(text)
        .contains("INV-2026-000042", "Harbor & Pine Ltd", "12 Dock Road", "Nordlicht GmbH")
        .contains("Speicherstraße 7", "VAT DE811111111")
        .contains("Issued on 2026-03-01", "Due on 2026-03-31")
        .contains("1 Consulting, part 1 1 1.00 19% 1.00")
        .contains("2 Consulting, part 2 1 2.00 19% 2.00")
        .contains("Subtotal 3.00", "Tax 19% of 3.00 0.57", "Total EUR 3.57")
        .contains("Paid -5.00", "Refunded 1.00", "Credited -2.00", "Balance due EUR -2.43")
        .contains("Thank you for your order.")
        .contains("Page 1 of 1");
  }

  @ParameterizedTest
  @CsvSource({
    "JPY, '1,234,567', 'JPY 1,469,122'",
    "USD, '12,345.67', 'USD 14,691.22'",
    "KWD, '1,234.567', 'KWD 1,469.122'",
    "CLF, '123.4567', 'CLF 146.9122'"
  })
  void an_amount_has_the_digits_of_its_currency(String currency, String net, String total)
      throws IOException {
    String text = text(AnInvoiceDocument.of(currency, List.of(line("Work", 1_234_567))));

    assertThat(text).contains("Work 1 " + net + " 19% " + net).contains("Total " + total);
  }

  @Test
  void a_discount_a_part_of_a_unit_and_an_exact_rate_are_printed_as_they_are() throws IOException {
    Line sold =
        new Line("Hours", new BigDecimal("1.250000"), 9999, 250, new BigDecimal("0.0775"), 12249);

    assertThat(text(AnInvoiceDocument.of("USD", List.of(sold))))
        .contains("1 Hours 1.25 99.99 2.50 7.75% 122.49");
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "58, 2", "500, 14"})
  void lines_run_over_pages_which_repeat_the_names_of_columns(int lines, int pages)
      throws IOException {
    try (PDDocument file = Loader.loadPDF(InvoicePdf.of(AnInvoiceDocument.ofLines(lines)))) {
      assertThat(file.getNumberOfPages()).isEqualTo(pages);
      for (int page = 1; page <= pages; page++) {
        String text = text(file, page);
        assertThat(text)
            .contains("# Description Quantity Unit price Discount Tax Net")
            .contains("Page " + page + " of " + pages)
            .contains("Invoice INV-2026-000042 · Harbor & Pine Ltd");
      }
      String all = new PDFTextStripper().getText(file);
      for (int line = 1; line <= lines; line++) {
        assertThat(all).containsOnlyOnce("Consulting, part " + line + " ");
      }
    }
  }

  @Test
  void amounts_end_at_one_edge_and_stay_in_their_column_however_large() throws IOException {
    List<Line> lines =
        List.of(line("Small", 5), line("Large", 1_234_567_890), line("Huge", Long.MAX_VALUE / 200));
    List<TextPosition> positions = positions(AnInvoiceDocument.of("CLF", lines));

    List<Float> ends = new ArrayList<>();
    for (int at = 0; at + 1 < positions.size(); at++) {
      if (positions.get(at).getUnicode().equals("%")) {
        TextPosition end = positions.get(at + 1);
        float row = end.getY();
        for (TextPosition next : positions.subList(at + 1, positions.size())) {
          if (next.getY() == row && next.getX() > end.getX()) {
            end = next;
          }
        }
        ends.add(end.getX() + end.getWidth());
      }
    }
    assertThat(ends).hasSizeGreaterThanOrEqualTo(4);
    assertThat(ends).allSatisfy(end -> assertThat(end).isCloseTo(Sheets.RIGHT, within(0.1f)));
    assertThat(positions)
        .allSatisfy(
            position -> {
              assertThat(position.getX()).isGreaterThanOrEqualTo(Sheets.LEFT - 1);
              assertThat(position.getX() + position.getWidth())
                  .isLessThanOrEqualTo(Sheets.RIGHT + 1);
            });
  }

  @Test
  void a_long_word_is_broken_and_a_long_description_goes_on_over_pages() throws IOException {
    String word = "Donaudampfschifffahrt".repeat(8);
    String tale = "All the work of the year ".repeat(400);
    InvoiceDocument invoice =
        AnInvoiceDocument.of("EUR", List.of(line(word, 100), line(tale, 200), line("End", 300)));

    try (PDDocument file = Loader.loadPDF(InvoicePdf.of(invoice))) {
      String text = new PDFTextStripper().getText(file);
      assertThat(file.getNumberOfPages()).isEqualTo(6);
      assertThat(text.replaceAll("[^a-zA-Z]", "")).contains("hifffahrtDonaudampf".repeat(1));
      assertThat(text.split("year", -1)).hasSize(401);
      assertThat(text).contains("3 End 1 3.00 19% 3.00");
    }
    for (TextPosition position : positions(invoice)) {
      assertThat(position.getX() + position.getWidth()).isLessThanOrEqualTo(Sheets.RIGHT + 1);
      assertThat(position.getY()).isBetween(0f, Sheets.HEIGHT);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Łódź Škoda Ünïcode ﬁnance",
        "Ελληνικά Кириллица",
        "عربي 中文 日本語 한국어",
        "emoji 🧾 and half of one \uD83E",
        "bell \u0007 tab\tbreak\r\nnew\u2028line zero\u200Bwidth \uFEFF",
        "",
        " ",
        "\u202Eturned",
        "e\u0301 and a\u0308\u0323"
      })
  void no_text_is_refused(String text) throws IOException {
    InvoiceDocument invoice =
        AnInvoiceDocument.of(
            Standing.VALID, "INV-1", "EUR", List.of(line(text, 100)), customer(text));

    assertThat(text(invoice)).contains("Total EUR 1.19");
  }

  @Test
  void letters_that_the_font_has_can_be_copied_out_again() throws IOException {
    String known = "Łódź Ελληνικά Кириллица e\u0301";

    assertThat(text(AnInvoiceDocument.of("EUR", List.of(line(known, 100)))))
        .contains("Łódź Ελληνικά Кириллица")
        .contains("\u00E9");
  }

  @Test
  void a_character_without_a_glyph_is_one_replacement() throws IOException {
    assertThat(text(AnInvoiceDocument.of("EUR", List.of(line("a🧾b中c", 100))))).contains("a□b□c");
  }

  @Test
  void hebrew_is_drawn_from_right_to_left() {
    assertThat(ReadingOrder.drawn("אבג (דה) 12")).isEqualTo("12 (הד) גבא");
    assertThat(ReadingOrder.drawn("Shop אבג 5")).startsWith("Shop ");
    assertThat(ReadingOrder.drawn("Shop (5)")).isEqualTo("Shop (5)");
  }

  @Test
  void the_same_invoice_gives_the_same_bytes_and_another_gives_others() {
    byte[] first = InvoicePdf.of(AnInvoiceDocument.ofLines(60));

    assertThat(InvoicePdf.of(AnInvoiceDocument.ofLines(60))).isEqualTo(first);
    assertThat(InvoicePdf.of(AnInvoiceDocument.ofLines(59))).isNotEqualTo(first);
  }

  @Test
  void a_draft_and_a_void_invoice_say_so_on_every_page() throws IOException {
    List<Line> lines = AnInvoiceDocument.ofLines(60).lines();

    for (Standing standing : List.of(Standing.DRAFT, Standing.VOID)) {
      String number = standing == Standing.DRAFT ? null : "INV-2026-000007";
      InvoiceDocument invoice =
          AnInvoiceDocument.of(standing, number, "EUR", lines, customer("Minato"));
      try (PDDocument file = Loader.loadPDF(InvoicePdf.of(invoice))) {
        for (int page = 1; page <= file.getNumberOfPages(); page++) {
          assertThat(text(file, page)).contains("(" + standing.name() + ") · Harbor & Pine Ltd");
        }
        assertThat(text(file, 1)).contains("Invoice " + standing.name());
        assertThat(file.getDocumentInformation().getTitle()).contains(standing.name());
      }
    }
  }

  @Test
  void the_file_names_itself_and_the_day_of_the_invoice() throws IOException {
    try (PDDocument file = Loader.loadPDF(InvoicePdf.of(AnInvoiceDocument.ofLines(1)))) {
      assertThat(file.getDocumentInformation().getTitle()).isEqualTo("Invoice INV-2026-000042");
      assertThat(file.getDocumentInformation().getCreationDate().toInstant())
          .isEqualTo(AnInvoiceDocument.ofLines(1).madeAt());
      assertThat(file.getDocumentInformation().getModificationDate()).isNull();
    }
  }

  private static String text(InvoiceDocument invoice) throws IOException {
    try (PDDocument file = Loader.loadPDF(InvoicePdf.of(invoice))) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(file);
    }
  }

  private static String text(PDDocument file, int page) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setSortByPosition(true);
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    return stripper.getText(file);
  }

  private static List<TextPosition> positions(InvoiceDocument invoice) throws IOException {
    List<TextPosition> positions = new ArrayList<>();
    PDFTextStripper stripper =
        new PDFTextStripper() {
          @Override
          protected void writeString(String text, List<TextPosition> parts) {
            positions.addAll(parts);
          }
        };
    stripper.setSortByPosition(true);
    try (PDDocument file = Loader.loadPDF(InvoicePdf.of(invoice))) {
      stripper.getText(file);
    }
    return positions;
  }
}
