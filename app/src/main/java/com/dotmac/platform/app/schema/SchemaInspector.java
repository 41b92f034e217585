package com.dotmac.platform.app.schema;

import com.dotmac.platform.domain.schema.RequiredSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what the database is to this build. Reads two small tables and never writes. */
public final class SchemaInspector {

  /** How to connect. */
  @FunctionalInterface
  public interface Connections {
    /**
     * Opens a connection, which the inspector closes.
     *
     * @throws SQLException if there is no answer
     */
    Connection open() throws SQLException;
  }

  private final RequiredSchema required;
  private final Connections connections;

  /**
   * An inspector of one database.
   *
   * @param required what the build needs
   * @param connections how to connect
   */
  public SchemaInspector(RequiredSchema required, Connections connections) {
    this.required = required;
    this.connections = connections;
  }

  /** Looks at the database. Never fails: no answer is an answer. */
  public SchemaReport inspect() {
    try (Connection connection = connections.open()) {
      return inspect(connection);
    } catch (SQLException e) {
      return report(SchemaState.UNREACHABLE, null, List.of(), unreachable(e));
    }
  }

  SchemaReport inspect(Connection connection) throws SQLException {
    Optional<List<AppliedChange>> history = ChangeHistory.read(connection);
    if (history.isPresent()) {
      return judge(history.get());
    }
    long tables = ChangeHistory.countTables(connection);
    return tables == 0
        ? report(SchemaState.EMPTY, null, required.changes(), "The database is empty.")
        : report(
            SchemaState.UNMANAGED,
            null,
            required.changes(),
            "The database has "
                + (tables == 1 ? "a table" : tables + " tables")
                + " but no history of changes: something other than the migrator made them.");
  }

  private SchemaReport judge(List<AppliedChange> history) {
    Set<String> seen = new LinkedHashSet<>();
    history.forEach(change -> seen.add(change.id()));
    String version = history.isEmpty() ? null : history.get(history.size() - 1).id();
    List<String> pending = required.changes().stream().filter(id -> !seen.contains(id)).toList();
    Set<String> known = Set.copyOf(required.changes());
    List<AppliedChange> newer =
        history.stream().filter(change -> !known.contains(change.id())).toList();
    if (!pending.isEmpty()) {
      return behind(version, pending, newer.isEmpty());
    }
    if (newer.isEmpty()) {
      return report(SchemaState.CURRENT, version, pending, "The database is at " + version + ".");
    }
    boolean contracted = newer.stream().anyMatch(AppliedChange::contract);
    return report(
        contracted ? SchemaState.AHEAD_CONTRACTED : SchemaState.AHEAD_COMPATIBLE,
        version,
        pending,
        "The database is at "
            + version
            + ", newer than this app, which was built for "
            + required.version()
            + (contracted ? "; something that it needs may be gone." : "."));
  }

  /** A history that goes another way (it lacks changes and has unknown ones) is not tolerated. */
  private SchemaReport behind(@Nullable String version, List<String> pending, boolean onTheWay) {
    boolean tolerated = onTheWay && required.toleratesWithout(pending);
    return report(
        tolerated ? SchemaState.BEHIND_TOLERATED : SchemaState.BEHIND,
        version,
        pending,
        (version == null ? "The database has seen no change" : "The database is at " + version)
            + (tolerated ? "; this app works on it and was built for " : "; this app needs ")
            + required.version()
            + ", "
            + pending.size()
            + " pending.");
  }

  private SchemaReport report(
      SchemaState state, @Nullable String version, List<String> pending, String detail) {
    return new SchemaReport(state, version, required.version(), pending, detail);
  }

  private static String unreachable(SQLException e) {
    String message = e.getMessage();
    String firstLine = message == null ? "no reason given" : message.lines().findFirst().orElse("");
    return "The database does not answer: " + firstLine;
  }
}
