package com.dotmac.platform.migrator.adoption;

import com.dotmac.platform.migrator.changelog.Change;
import com.dotmac.platform.migrator.changelog.Changelog;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Judges changes whose effect is on rows only. They leave nothing in the catalogue, so the file has
 * to say how to tell: {@code -- Left to do: SELECT …} selects the rows that the change has yet to
 * touch. Without that line nobody knows, and nothing is stamped on a guess.
 */
final class RowsOnly {
  private static final Pattern LINE =
      Pattern.compile("^-- Left to do: +(?<query>\\S.*?);?\\s*$", Pattern.MULTILINE);

  private final Changelog changelog;
  private final RowCheck rows;

  RowsOnly(Changelog changelog, RowCheck rows) {
    this.changelog = changelog;
    this.rows = rows;
  }

  /**
   * How a change stands.
   *
   * @param stamped whether the history says that it was applied; it is believed then, for rows of
   *     the old kind may have come since
   * @param afterAbsent whether a change before it is still to be run; then it was not run either
   * @throws SQLException when the connection breaks
   */
  ChangeFinding judge(String id, boolean stamped, boolean afterAbsent) throws SQLException {
    if (stamped) {
      return finding(id, State.PRESENT, true);
    }
    if (afterAbsent) {
      return finding(id, State.ABSENT, false);
    }
    String query = query(id);
    if (query == null) {
      return unknown(
          id, "changes rows only, and its file has no line \"-- Left to do: SELECT …\"", null);
    }
    RowCheck.Answer answer = rows.run(query);
    if (!answer.unknown().isEmpty()) {
      return unknown(
          id, "changes rows only, and what is left to do is not known: " + answer.unknown(), query);
    }
    return finding(id, answer.count() == 0 ? State.PRESENT : State.ABSENT, false);
  }

  private @Nullable String query(String id) {
    for (Change change : changelog.changes()) {
      if (change.id().equals(id)) {
        Matcher line = LINE.matcher(changelog.text(change.path()));
        return line.find() ? line.group("query") : null;
      }
    }
    return null;
  }

  private static ChangeFinding finding(String id, State state, boolean stamped) {
    return new ChangeFinding(id, state, stamped, 0, 0, List.of());
  }

  private static ChangeFinding unknown(String id, String why, @Nullable String query) {
    ObjectFinding finding =
        new ObjectFinding(
            "CHANGE " + id, State.CONFLICTING, null, null, why, query, List.of(), List.of());
    return new ChangeFinding(id, State.CONFLICTING, false, 0, 0, List.of(finding));
  }
}
