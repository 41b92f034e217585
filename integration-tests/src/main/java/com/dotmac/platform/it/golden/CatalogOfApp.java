package com.dotmac.platform.it.golden;

import com.dotmac.platform.app.schema.AppliedChange;
import com.dotmac.platform.app.schema.SchemaFacts;
import com.dotmac.platform.app.schema.SchemaQuery;
import com.dotmac.platform.domain.schema.RequiredCatalog;
import com.dotmac.platform.it.harness.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What the application finds in a database, by its own query and as its own role. */
public final class CatalogOfApp {
  private CatalogOfApp() {}

  /**
   * Asks a migrated database; the role need not have a login yet.
   *
   * @throws IllegalStateException if the database is not migrated or does not answer
   */
  public static RequiredCatalog of(TestDatabase database) {
    try (Connection connection = database.connectAsAdministrator()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET ROLE " + database.appUser());
      }
      SchemaFacts facts = SchemaQuery.ask(connection);
      List<AppliedChange> history = facts.history().orElseThrow();
      return new RequiredCatalog(history.get(history.size() - 1).id(), facts.objects());
    } catch (SQLException e) {
      throw new IllegalStateException("The catalogue cannot be read", e);
    }
  }
}
