package com.dotmac.platform.migrator.lock;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** How far the server has come with an index. */
final class IndexBuild {
  private static final String PROGRESS =
      """
      SELECT concat_ws(', ',
        concat_ws(' ', 'building index', nullif(index_relid, 0)::regclass::text, 'on', relid::regclass::text)
          || ': ' || phase,
        CASE WHEN blocks_total > 0
          THEN blocks_done * 100 / blocks_total || ' % of ' || blocks_total || ' blocks' END,
        CASE WHEN tuples_total > 0
          THEN tuples_done * 100 / tuples_total || ' % of ' || tuples_total || ' rows' END,
        CASE WHEN lockers_total > 0
          THEN lockers_done || ' of ' || lockers_total || ' older transactions have ended' END)
      FROM pg_stat_progress_create_index WHERE pid = ?
      """;

  private IndexBuild() {}

  /** One line, or {@code null} when the server process builds none. */
  static @Nullable String progress(Connection connection, int pid) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PROGRESS)) {
      statement.setInt(1, pid);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getString(1) : null;
      }
    }
  }
}
