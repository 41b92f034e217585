package com.dotmac.platform.app.billing.documents;

import com.dotmac.platform.app.billing.documents.InvoiceDocument.Line;
import java.util.List;

/** The lines of an invoice; each page begins with the names of the columns. */
final class LinesTable {
  private static final float SIZE = 9;
  private static final float STEP = 12;
  private static final float GAP = 6;

  /**
   * A column of figures.
   *
   * @param right where its figures end
   * @param room how wide they may be
   */
  private record Column(String name, float right, float room) {}

  private static final Column NET = new Column("Net", Sheets.RIGHT, 78);
  private static final Column TAX = new Column("Tax", NET.right - 84, 36);
  private static final Column DISCOUNT = new Column("Discount", TAX.right - 42, 58);
  private static final Column UNIT = new Column("Unit price", DISCOUNT.right - 64, 68);
  private static final Column QUANTITY = new Column("Quantity", UNIT.right - 74, 52);
  private static final List<Column> COLUMNS = List.of(QUANTITY, UNIT, DISCOUNT, TAX, NET);
  private static final float DESCRIPTION = Sheets.LEFT + 26;
  private static final float DESCRIPTION_WIDTH = QUANTITY.right - QUANTITY.room - 8 - DESCRIPTION;

  private final Sheets sheets;
  private final Figures figures;

  LinesTable(Sheets sheets, Figures figures) {
    this.sheets = sheets;
    this.figures = figures;
  }

  void lay(List<Line> lines) {
    // Names of columns never stand alone at the end of a page.
    sheets.room(4 * STEP);
    names();
    sheets.setHeading(this::names);
    for (int index = 0; index < lines.size(); index++) {
      row(index + 1, lines.get(index));
    }
    sheets.setHeading(() -> {});
    sheets.rule();
  }

  private void names() {
    sheets.down(STEP);
    sheets.left(Sheets.LEFT, SIZE, true, "#");
    sheets.left(DESCRIPTION, SIZE, true, "Description");
    COLUMNS.forEach(column -> right(column, true, column.name()));
    sheets.rule();
    sheets.down(GAP);
  }

  private void row(int position, Line line) {
    List<String> words =
        Wrapping.of(sheets.typeface(), line.description(), SIZE, DESCRIPTION_WIDTH);
    sheets.room(words.size() * STEP + GAP);
    sheets.down(STEP);
    sheets.left(Sheets.LEFT, SIZE, false, Integer.toString(position));
    sheets.left(DESCRIPTION, SIZE, false, words.get(0));
    right(QUANTITY, false, figures.quantity(line.quantity()));
    right(UNIT, false, figures.amount(line.unit()));
    right(DISCOUNT, false, line.discount() == 0 ? "" : figures.amount(line.discount()));
    right(TAX, false, figures.rate(line.taxRate()));
    right(NET, false, figures.amount(line.net()));
    for (String further : words.subList(1, words.size())) {
      sheets.down(STEP);
      sheets.left(DESCRIPTION, SIZE, false, further);
    }
    sheets.down(GAP);
  }

  private void right(Column column, boolean bold, String text) {
    sheets.right(column.right(), SIZE, bold, text, column.room());
  }
}
