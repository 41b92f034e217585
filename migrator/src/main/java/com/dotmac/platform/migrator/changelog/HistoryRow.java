package com.dotmac.platform.migrator.changelog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import liquibase.ChecksumVersion;
import liquibase.changelog.ChangeSet;
import liquibase.sqlgenerator.core.MarkChangeSetRanGenerator;
import liquibase.util.StringUtil;
import org.jspecify.annotations.Nullable;

/**
 * The row that says a change was applied, as Liquibase writes it, and the end of the transaction of
 * both: one message to the server where Liquibase sends two, and words it anew each time.
 */
final class HistoryRow {
  private static final String COLUMNS =
      "(id, author, filename, dateexecuted, orderexecuted, md5sum, description, comments, exectype,"
          + " contexts, labels, liquibase, deployment_id)";
  private static final String VALUES =
      " VALUES (?, ?, ?, NOW(), ?, ?, ?, ?, 'EXECUTED', ?, ?, ?, ?); COMMIT";
  private static final int LONGEST_TEXT = 250;

  private HistoryRow() {}

  /**
   * Writes the row and commits.
   *
   * @param connection in a transaction, that of the change
   * @param table the history, as it stands in SQL
   * @param place of the change among all that were applied
   * @param deployment names the run; {@code null} when Liquibase gave it no name
   * @throws SQLException when it cannot be written; nothing is committed then
   */
  static void insert(
      Connection connection, String table, ChangeSet set, int place, @Nullable String deployment)
      throws SQLException {
    try (PreparedStatement row =
        connection.prepareStatement("INSERT INTO " + table + " " + COLUMNS + VALUES)) {
      row.setString(1, set.getId());
      row.setString(2, set.getAuthor());
      row.setString(3, set.getFilePath());
      row.setInt(4, place);
      row.setString(5, set.generateCheckSum(ChecksumVersion.latest()).toString());
      row.setString(6, StringUtil.limitSize(set.getDescription(), LONGEST_TEXT));
      row.setString(7, StringUtil.limitSize(comments(set), LONGEST_TEXT));
      row.setString(8, set.buildFullContext());
      row.setString(9, set.buildFullLabels());
      row.setString(10, MarkChangeSetRanGenerator.getLiquibaseBuildVersion());
      row.setString(11, deployment);
      row.execute();
    }
  }

  private static String comments(ChangeSet set) {
    String comments = set.getComments();
    return comments == null ? "" : comments.strip();
  }
}
