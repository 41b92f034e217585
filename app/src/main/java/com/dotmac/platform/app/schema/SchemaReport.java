package com.dotmac.platform.app.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found when the database was looked at.
 *
 * @param state what the database is to this build
 * @param databaseVersion last change that the database has seen; {@code null} when it has no
 *     history
 * @param requiredVersion newest change that the build needs
 * @param pending changes that the build needs and the database has not seen, oldest first
 * @param drift how the tables differ from what the changes make; {@code null} when that cannot be
 *     judged, because the database is not at the very version of the build or is being changed
 * @param migrators migrators at work, in words
 * @param detail what was found, in a sentence for people
 */
public record SchemaReport(
    SchemaState state,
    @Nullable String databaseVersion,
    String requiredVersion,
    List<String> pending,
    @Nullable Drift drift,
    List<String> migrators,
    String detail) {

  /** Takes copies. */
  public SchemaReport {
    pending = List.copyOf(pending);
    migrators = List.copyOf(migrators);
  }

  /** The sentence, and what to do. */
  public String message() {
    return state.remedy().isEmpty() ? detail : detail + " " + state.remedy();
  }
}
