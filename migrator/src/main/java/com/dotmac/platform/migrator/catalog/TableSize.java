package com.dotmac.platform.migrator.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * How much room a table takes, without its indexes.
 *
 * @param name quoted where SQL needs it; of a partitioned table the whole
 * @param bytes on disk, of all its partitions
 */
public record TableSize(String name, long bytes) {
  // The server measures a table under a weak lock; a session that has the strongest one may keep
  // it for long. Then the estimate of the last VACUUM or ANALYZE has to do.
  private static final String MEASURED = "pg_table_size(oid)";
  private static final String ESTIMATED =
      "current_setting('block_size')::bigint * (relpages + coalesce((SELECT t.relpages FROM pg_class"
          + " t WHERE t.oid = reltoastrelid), 0))";

  private static final String ABOVE =
      """
      SELECT coalesce(pg_partition_root(oid), oid)::regclass::text, sum(%1$s)
      FROM ours WHERE relkind IN ('r', 'm')
      GROUP BY 1 HAVING sum(%1$s) > %2$d ORDER BY 2 DESC, 1
      """;

  static List<TableSize> measured(Statement statement, long limit) throws SQLException {
    statement.execute("SET LOCAL lock_timeout TO '1s'");
    return above(statement, MEASURED, limit);
  }

  static List<TableSize> estimated(Statement statement, long limit) throws SQLException {
    return above(statement, ESTIMATED, limit);
  }

  private static List<TableSize> above(Statement statement, String size, long limit)
      throws SQLException {
    List<TableSize> sizes = new ArrayList<>();
    try (ResultSet row =
        statement.executeQuery(CatalogReader.text("ours.sql") + ABOVE.formatted(size, limit))) {
      while (row.next()) {
        sizes.add(new TableSize(row.getString(1), row.getLong(2)));
      }
    }
    return sizes;
  }
}
