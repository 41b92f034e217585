package com.dotmac.platform.migrator.runs;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened in a run.
 *
 * @param change id of the change it happened to; {@code null} when it was none
 * @param took how long it took; {@code null} when it has no length
 * @param detail in words for people; {@code null} when there is nothing to add
 */
public record Step(
    Kind kind, @Nullable String change, @Nullable Duration took, @Nullable String detail) {

  /** What kind of thing. */
  public enum Kind {
    /** A change was applied. */
    APPLY,
    /** A change was written into the history without running it: what it makes is there. */
    ADOPT,
    /** A change was taken back. */
    ROLL_BACK,
    /** The run had to wait for somebody. */
    WAIT,
    /** A change is tried once more. */
    RETRY,
    /** Something that a killed run left was cleaned away. */
    CLEAN,
    /** The run ended. */
    END;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A change that was applied. */
  public static Step applied(String change, Duration took) {
    return new Step(Kind.APPLY, change, took, null);
  }

  /** A change that was taken back. */
  public static Step rolledBack(String change, Duration took) {
    return new Step(Kind.ROLL_BACK, change, took, null);
  }
}
