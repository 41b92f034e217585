package com.dotmac.platform.migrator.lint;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How much a finding weighs. */
public enum Severity {
  /** The change must not run as it is: the build fails. */
  ERROR,
  /** Somebody should look; the build goes on. */
  WARNING;

  /** The word in reports, for people and for programs. */
  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
