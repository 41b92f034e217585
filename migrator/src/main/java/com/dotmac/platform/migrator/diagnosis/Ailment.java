package com.dotmac.platform.migrator.diagnosis;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a database.
 *
 * @param type what sort of thing
 * @param object what it is about: kind and name
 * @param change the change that makes the object; {@code null} when it is of none
 * @param why what is wrong, as a sentence
 * @param cure SQL or a command, in order; empty when a person has to decide
 */
public record Ailment(
    Type type, String object, @Nullable String change, String why, List<String> cure) {

  /** Keeps a copy of the list. */
  public Ailment {
    cure = List.copyOf(cure);
  }

  /** The sorts of things that can be wrong. */
  public enum Type {
    /** The history says that a change was applied, and what it makes is not there. */
    STAMPED_BUT_MISSING,
    /** There, and not as the change made it. */
    ALTERED,
    /** An index that a killed or failed build left: it costs, and serves nobody. */
    INVALID_INDEX,
    /** A constraint that was never checked against the rows that were there before it. */
    UNVALIDATED_CONSTRAINT,
    /** Rights, owners or row security are not as the changes set them. */
    RIGHTS,
    /** Liquibase's lock is set and nobody holds it. */
    STALE_LOCK,
    /** The server still does the work of a migrator that is gone. */
    ORPHANED_WORK;

    /** The type as the report writes it. */
    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
