package com.dotmac.platform.app.billing.documents;

import java.util.ArrayList;
import java.util.List;

/**
 * The pages of a document while it is laid out, from top to bottom. Nothing is drawn yet, so that
 * each page can say of how many it is one.
 *
 * <p>Lengths are points (1/72 inch) on A4, measured from the lower left corner.
 */
public final class Sheets {
  static final float WIDTH = 595.28f;
  static final float HEIGHT = 841.89f;

  /** The left margin. */
  public static final float LEFT = 48;

  /** The right margin. */
  public static final float RIGHT = WIDTH - 48;

  private static final float TOP = HEIGHT - 54;
  private static final float BOTTOM = 64;

  /** What is drawn: a text or a line. */
  sealed interface Mark {}

  /**
   * A text of one line.
   *
   * @param x where it begins
   * @param y of its base line
   */
  record Text(float x, float y, float size, boolean bold, String text) implements Mark {}

  /** A thin line from left to right. */
  record Rule(float from, float to, float y) implements Mark {}

  private final Typeface typeface;
  private final List<List<Mark>> pages = new ArrayList<>();
  private Runnable heading = () -> {};
  private float y;

  Sheets(Typeface typeface) {
    this.typeface = typeface;
    begin();
  }

  Typeface typeface() {
    return typeface;
  }

  List<List<Mark>> pages() {
    return pages;
  }

  /** What each further page begins with. */
  void setHeading(Runnable heading) {
    this.heading = heading;
  }

  /** Goes down, to a new page if so much is not left on this one. */
  public void down(float height) {
    room(height);
    y -= height;
  }

  /** Begins a new page if so much is not left on this one, and a page has so much. */
  void room(float height) {
    if (y - height < BOTTOM && height <= TOP - BOTTOM) {
      begin();
      heading.run();
    }
  }

  private void begin() {
    pages.add(new ArrayList<>());
    y = TOP;
  }

  /** Draws from a place to the right. */
  public void left(float x, float size, boolean bold, String text) {
    add(new Text(x, y, size, bold, text));
  }

  /**
   * Draws so that the text ends at a place. What is wider than its room is drawn smaller: a figure
   * is neither cut nor broken.
   */
  public void right(float x, float size, boolean bold, String text, float room) {
    String printed = typeface.printable(text);
    float width = typeface.width(printed, size);
    float fitting = width > room ? size * room / width : size;
    add(new Text(x - typeface.width(printed, fitting), y, fitting, bold, printed));
  }

  /**
   * Draws a text that has as many lines as it needs, and goes down with each but the first.
   *
   * @param x where each begins
   * @param room how wide they may be
   */
  public void wrapped(float x, float size, boolean bold, String text, float room) {
    boolean first = true;
    for (String line : Wrapping.of(typeface, text, size, room)) {
      if (!first) {
        down(size * 1.37f);
      }
      first = false;
      left(x, size, bold, line);
    }
  }

  /** Draws a line from margin to margin, a little below the text. */
  public void rule() {
    add(new Rule(LEFT, RIGHT, y - 4));
  }

  private void add(Mark mark) {
    pages.get(pages.size() - 1).add(mark);
  }

  /** Writes the same kind of line at the foot of every page. */
  void foot(String text) {
    for (int page = 0; page < pages.size(); page++) {
      String counted = "Page " + (page + 1) + " of " + pages.size();
      float size = 8;
      float at = RIGHT - typeface.width(counted, size);
      List<String> said = Wrapping.of(typeface, text, size, at - LEFT - 12);
      pages.get(page).add(new Rule(LEFT, RIGHT, 52));
      pages.get(page).add(new Text(LEFT, 40, size, false, said.get(0)));
      pages.get(page).add(new Text(at, 40, size, false, counted));
    }
  }
}
