package com.dotmac.platform.migrator.lock;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A session that has a lock which one of ours waits for.
 *
 * @param pid its server process; 0 for a prepared transaction, which has none
 * @param description who it is, since when, and what it does, as far as our role may see
 */
public record Blocker(int pid, String description) {
  private static final String BLOCKERS =
      """
      SELECT DISTINCT b.pid,
        CASE WHEN b.pid = 0 THEN 'a prepared transaction (see pg_prepared_xacts)'
          ELSE concat_ws(', ',
            'server process ' || b.pid || ': '
              || coalesce(nullif(a.application_name, ''), 'a client without a name'),
            'role ' || a.usename,
            'from ' || host(a.client_addr),
            'in its transaction since ' || to_char(a.xact_start, 'YYYY-MM-DD HH24:MI:SS TZ'),
            a.state || ' since ' || to_char(a.state_change, 'HH24:MI:SS'),
            CASE WHEN a.state = 'active' THEN 'runs: ' ELSE 'last ran: ' END
              || left(regexp_replace(a.query, '\\s+', ' ', 'g'), 100))
        END AS description
      FROM pg_stat_activity ours
      CROSS JOIN LATERAL unnest(pg_blocking_pids(ours.pid)) AS b(pid)
      LEFT JOIN pg_stat_activity a ON a.pid = b.pid
      WHERE ours.pid = ? AND ours.wait_event_type = 'Lock'
      ORDER BY b.pid
      """;

  /**
   * Who stands in the way of a session now.
   *
   * @param pid server process of the one that waits
   * @return empty when it does not wait for a lock
   * @throws SQLException when the connection breaks
   */
  public static List<Blocker> of(Connection connection, int pid) throws SQLException {
    List<Blocker> blockers = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(BLOCKERS)) {
      statement.setInt(1, pid);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          blockers.add(new Blocker(row.getInt(1), row.getString(2)));
        }
      }
    }
    return blockers;
  }

  /** What an administrator runs to be rid of it. */
  public String remedy() {
    return pid == 0
        ? "SELECT 'ROLLBACK PREPARED ' || quote_literal(gid) FROM pg_prepared_xacts;"
        : "SELECT pg_terminate_backend(" + pid + ");";
  }
}
