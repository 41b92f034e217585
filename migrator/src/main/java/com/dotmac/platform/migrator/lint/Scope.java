package com.dotmac.platform.migrator.lint;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which SQL of a change file a rule looks at. */
public enum Scope {
  /** That of the change. */
  CHANGE,
  /** That of the rollback. */
  ROLLBACK,
  /** Both, each by itself. */
  BOTH;

  /** Whether the change itself is looked at. */
  public boolean ofChange() {
    return this != ROLLBACK;
  }

  /** Whether the rollback is looked at. */
  public boolean ofRollback() {
    return this != CHANGE;
  }

  /** The word in reports, in lower case. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
