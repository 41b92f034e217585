package com.dotmac.platform.migrator.changelog;

import org.jspecify.annotations.Nullable;

/** Finds what Liquibase has wrapped. */
final class Causes {
  private Causes() {}

  /** The innermost failure of a type, or {@code null} when there is none. */
  static <T extends Throwable> @Nullable T last(Throwable failure, Class<T> type) {
    T found = null;
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (type.isInstance(at)) {
        found = type.cast(at);
      }
    }
    return found;
  }
}
