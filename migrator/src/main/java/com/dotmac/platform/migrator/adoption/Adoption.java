package com.dotmac.platform.migrator.adoption;

import com.dotmac.platform.migrator.catalog.Catalog;
import com.dotmac.platform.migrator.catalog.CatalogReader;
import com.dotmac.platform.migrator.changelog.Changelog;
import com.dotmac.platform.migrator.changelog.History;
import com.dotmac.platform.migrator.footprint.Footprints;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks at a database and says what an adoption would do. */
public final class Adoption {
  private Adoption() {}

  /**
   * The plan. Reads the catalogue and, where a constraint is missing, the rows it is about; changes
   * nothing.
   *
   * @param connection in autocommit mode, as it is again afterwards
   * @param changelog the list of which these are the footprints
   * @param history what the database says of its own past
   * @throws SQLException when the database cannot be read
   */
  public static Plan plan(
      Connection connection, Changelog changelog, Footprints footprints, History history)
      throws SQLException {
    Conditions conditions =
        new Conditions(footprints.conditions(), CatalogReader.conditions(connection));
    Catalog actual = CatalogReader.read(connection);
    Versions versions = new Versions(footprints, actual);
    RowCheck rows = new RowCheck(connection);
    Completion completion = new Completion(conditions, rows, versions, footprints.head());
    RowsOnly rowsOnly = new RowsOnly(changelog, rows);
    Set<String> stamped =
        history.entries().stream().map(History.Entry::id).collect(Collectors.toSet());
    return new Planner(footprints, actual, stamped, versions, completion, rowsOnly).plan();
  }
}
