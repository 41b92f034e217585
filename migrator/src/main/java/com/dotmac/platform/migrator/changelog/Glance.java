package com.dotmac.platform.migrator.changelog;

import com.dotmac.platform.migrator.lock.DeploymentLock;
import com.dotmac.platform.migrator.target.Connector;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The history of a database in one query, for a run that will most likely find nothing to do.
 *
 * <p>It takes no deployment lock. Nothing is changed, and a history that has every change is a true
 * answer at the instant it is read; the lock would only keep others waiting. But while another
 * migrator works, or has left a locked row behind, there is something to wait for or to mend: then
 * the answer is no history at all, and the run goes the long way.
 */
public final class Glance {
  // Names are qualified, so that no search path has to be set first. Every piece is a constant, so
  // that the compiler and not the run puts the text together.
  private static final String QUERY =
      "SELECT "
          + History.COLUMNS
          + " FROM public.databasechangelog WHERE "
          + History.OF_A_LIST
          + " AND current_setting('server_version_num')::int / 10000 >= "
          + Connector.OLDEST_SERVER
          + " AND NOT EXISTS (SELECT FROM public.databasechangeloglock WHERE locked)"
          + " AND NOT EXISTS (SELECT FROM pg_catalog.pg_locks l WHERE "
          + DeploymentLock.SOMEBODY_WORKS
          + ") ORDER BY "
          + History.ORDER;

  private Glance() {}

  /**
   * The history; its tables are not looked at.
   *
   * @return without entries when there are none, when another migrator is at work, or when the
   *     server is too old
   * @throws SQLException when there is no history, or the role may not read it
   */
  public static History read(Connection connection) throws SQLException {
    List<History.Entry> entries = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(QUERY)) {
      while (row.next()) {
        entries.add(History.entry(row));
      }
    }
    return new History(entries, List.of());
  }
}
