package com.dotmac.platform.migrator.changelog;

import java.time.Duration;

/** Is told of every change: before it begins, and as soon as it is applied and in the history. */
public interface Progress {

  /**
   * A change is about to begin. What this throws stops the run before the change.
   *
   * @param id of the change
   */
  default void starting(String id) {
    // Most listeners only want to know what is done.
  }

  /**
   * Something is cleaned away that a killed run left of this change.
   *
   * @param what a sentence for people, without a full stop
   */
  default void cleaned(String id, String what) {
    // Most listeners only want to know what is done.
  }

  /** A change is done; its transaction is committed. */
  void applied(String id, Duration took);
}
