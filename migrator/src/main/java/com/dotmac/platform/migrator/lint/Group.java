package com.dotmac.platform.migrator.lint;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What kind of harm a rule guards against. */
public enum Group {
  /** Rows, columns or their values are gone afterwards. */
  DATA_LOSS("Data loss"),
  /** The release that is running fails while or after the change runs. */
  RUNNING_CODE("Breaks running code"),
  /** Readers or writers wait while the change runs. */
  LOCKS("Strong or long locks"),
  /** The change does not run as one whole, or not as it reads. */
  TRANSACTION("Transactions"),
  /** Somebody sees or may do what he should not. */
  SECURITY("Security"),
  /** A table lacks what every table here has. */
  TABLES("Tables"),
  /** A column's type has a better alternative. */
  TYPES("Types"),
  /** Names that cannot be found, typed or told apart. */
  NAMES("Names"),
  /** Databases that ran the same changes could still differ. */
  DRIFT("Drift"),
  /** The file does not say what every change file says. */
  HEADER("Header");

  private final String title;

  Group(String title) {
    this.title = title;
  }

  /** The word in reports for programs, in snake case. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a person reads above the group. */
  public String title() {
    return title;
  }
}
