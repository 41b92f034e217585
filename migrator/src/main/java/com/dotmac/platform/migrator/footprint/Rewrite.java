package com.dotmac.platform.migrator.footprint;

import com.dotmac.platform.migrator.catalog.CatalogReader;
import com.dotmac.platform.migrator.catalog.TableSize;
import com.dotmac.platform.migrator.changelog.Changelog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A change that is not applied yet, and a big table that it writes anew.
 *
 * @param change its id
 * @param table name of the table, quoted where SQL needs it
 * @param bytes the room the table takes now, without its indexes
 * @param recorded whether the footprint of the change says so; {@code false} when it has none, so
 *     that nobody knows and the worst is assumed
 */
public record Rewrite(String change, String table, long bytes, boolean recorded) {

  /**
   * Those of some changes, in their order. Where no table is big no footprint is looked at.
   *
   * @param connection in any mode, which it keeps
   * @param changes ids of changes that are not applied
   * @param limit in bytes; a table is big when it takes more
   * @throws com.dotmac.platform.migrator.outcome.Refusal when the footprints cannot be read
   * @throws SQLException when the catalogue cannot be read
   */
  public static List<Rewrite> among(
      Connection connection, Changelog changelog, List<String> changes, long limit)
      throws SQLException {
    List<TableSize> big =
        changes.isEmpty() ? List.of() : CatalogReader.tablesAbove(connection, limit);
    if (big.isEmpty()) {
      return List.of();
    }
    Map<String, Footprint> footprints = Footprints.recorded(changelog);
    List<Rewrite> rewrites = new ArrayList<>();
    for (String change : changes) {
      Footprint footprint = footprints.get(change);
      for (TableSize table : big) {
        if (footprint == null || footprint.rewritten().contains(table.name())) {
          rewrites.add(new Rewrite(change, table.name(), table.bytes(), footprint != null));
        }
      }
    }
    return List.copyOf(rewrites);
  }
}
