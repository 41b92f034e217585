package com.dotmac.platform.migrator.rollback;

import java.util.Locale;

/**
 * How much is stored in what a way back takes away.
 *
 * @param loss the table or column
 * @param rows rows of the table, or rows in which the column has a value
 * @param exact whether they were counted; else the number is an estimate of the server, for a
 *     column that of all rows
 */
public record Stake(Loss loss, long rows, boolean exact) {

  /** Whether anything would be lost. */
  public boolean hasData() {
    return rows > 0;
  }

  /** As a person reads it: {@code column users.email: 12 values}. */
  public String text() {
    String noun = (loss.column() == null ? "row" : "value") + (rows == 1 ? "" : "s");
    String number = String.format(Locale.ROOT, "%,d", rows);
    String measure = exact ? "" : loss.column() == null ? "about " : "at most about ";
    String note = exact ? "" : " (the server's estimate)";
    return loss.text() + ": " + (rows == 0 ? "empty" : measure + number + " " + noun + note);
  }
}
