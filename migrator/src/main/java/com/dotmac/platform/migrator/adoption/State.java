package com.dotmac.platform.migrator.adoption;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How an object, or a change with all its objects, stands in a database. */
public enum State {
  /** There, and as the change made it. */
  PRESENT,
  /** Not there: the change is to be run. */
  ABSENT,
  /** A later change has changed or removed it, and explains what is there. */
  SUPERSEDED,
  /** Not as it should be, and SQL can make it so without touching a row. */
  COMPLETABLE,
  /** Not as it should be, and only a person can decide what to do. */
  CONFLICTING,
  /** Not of ours, on a table of ours, and harmless: it stays. */
  LEFT_ALONE;

  /** The state as the report writes it. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
