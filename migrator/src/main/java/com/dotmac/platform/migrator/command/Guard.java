package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.changelog.Change;
import com.dotmac.platform.migrator.changelog.Standing;
import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import com.dotmac.platform.migrator.target.Target;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** The states of a database in which no change may be applied, each with what to do about it. */
final class Guard {
  private static final int NAMED = 5;

  private Guard() {}

  static void refuseUnsafe(Target target, Standing standing) {
    if (!standing.strangers().isEmpty()) {
      throw unmanaged(target, standing.strangers());
    }
    refuseUntrue(target, standing);
  }

  /** As {@link #refuseUnsafe}, for verbs that also work on a database without a history. */
  static void refuseUntrue(Target target, Standing standing) {
    if (!standing.edited().isEmpty()) {
      throw edited(target, standing.edited());
    }
    if (!standing.unknown().isEmpty() && !standing.pending().isEmpty()) {
      throw diverged(target, standing);
    }
  }

  static void refuseWithoutRights(Target target, Connection connection) throws SQLException {
    String sql =
        "SELECT current_user, has_schema_privilege('public', 'CREATE'),"
            + " quote_ident(current_user), quote_ident(current_database())";
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      if (row.next() && !row.getBoolean(2)) {
        throw new Refusal(
            ExitCode.REFUSED,
            "role " + row.getString(1) + " may not create tables in " + target.describe(),
            "Permission denied: it lacks the right CREATE on schema public. Nothing was run.",
            "connect as the role that owns the database (DATABASE_USER), or have an administrator"
                + " run:\nALTER DATABASE %s OWNER TO %s;"
                    .formatted(row.getString(4), row.getString(3)),
            null);
      }
    }
  }

  static Refusal unmanaged(Target target, List<String> tables) {
    return new Refusal(
        ExitCode.UNMANAGED,
        target.describe() + " has tables but no history of changes",
        "It was made by something other than this migrator. It has %s: %s. Nothing was changed."
            .formatted(Words.count(tables.size(), "table"), some(tables)),
        "see what can be taken over: java -jar migrator.jar db adopt\n"
            + "or point DATABASE_URL at an empty database, or at one this migrator made",
        null);
  }

  /** What to say when the server refuses a statement of ours, or goes away. */
  static Refusal stopped(Target target, SQLException e) {
    if ("42501".equals(e.getSQLState())) {
      return new Refusal(
          ExitCode.REFUSED,
          "role " + target.user() + " lacks a right in " + target.describe(),
          String.valueOf(e.getMessage()),
          "connect as the role that owns the database (DATABASE_USER)",
          e);
    }
    return new Refusal(
        ExitCode.UNREACHABLE,
        target.describe() + " stopped the run",
        String.valueOf(e.getMessage()),
        "run the same command again; nothing half-done was left behind",
        e);
  }

  private static Refusal edited(Target target, List<Change> edited) {
    return new Refusal(
        ExitCode.EDITED,
        "change %s was edited after it was applied to %s"
            .formatted(some(edited.stream().map(Change::id).toList()), target.describe()),
        "Its checksum in the history is not that of the file. Nothing was run.",
        edited.stream().map(change -> "restore " + change.path()).collect(Collectors.joining("\n"))
            + "\nas it was when it was applied, and put the edit into a new change at the end of"
            + " the list",
        null);
  }

  private static Refusal diverged(Target target, Standing standing) {
    return new Refusal(
        ExitCode.REFUSED,
        target.describe() + " has a history that this list of changes does not continue",
        "The history has %s that the list lacks, and the list has %s that the history lacks.\n"
                .formatted(
                    some(standing.unknown()),
                    some(standing.pending().stream().map(Change::id).toList()))
            + "Nothing was run.",
        "use the migrator of the release that has them all",
        null);
  }

  /** The first of some names, and how many there are beside. */
  static String some(List<String> names) {
    String named = names.stream().limit(NAMED).collect(Collectors.joining(", "));
    return names.size() <= NAMED ? named : named + " and " + (names.size() - NAMED) + " more";
  }
}
