package com.dotmac.platform.migrator.adoption;

import com.dotmac.platform.migrator.catalog.CatalogReader;
import com.dotmac.platform.migrator.changelog.History;
import com.dotmac.platform.migrator.drift.Difference;
import com.dotmac.platform.migrator.footprint.Footprints;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks at a database and says what an adoption would do. */
public final class Adoption {
  private Adoption() {}

  /**
   * The plan. Reads the catalogue and, where a constraint is missing, the rows it is about; changes
   * nothing.
   *
   * @param connection in autocommit mode, as it is again afterwards
   * @param history what the database says of its own past
   * @param repair gives the SQL that makes the actual object into the expected one
   * @throws SQLException when the database cannot be read
   */
  public static Plan plan(
      Connection connection,
      Footprints footprints,
      History history,
      Function<Difference, List<String>> repair)
      throws SQLException {
    Conditions conditions =
        new Conditions(footprints.conditions(), CatalogReader.conditions(connection));
    Completion completion = new Completion(conditions, new RowCheck(connection), repair);
    Set<String> stamped =
        history.entries().stream().map(History.Entry::id).collect(Collectors.toSet());
    return new Planner(footprints, CatalogReader.read(connection), stamped, completion).plan();
  }
}
