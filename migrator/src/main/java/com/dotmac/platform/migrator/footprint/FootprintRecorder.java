package com.dotmac.platform.migrator.footprint;

import com.dotmac.platform.migrator.catalog.Catalog;
import com.dotmac.platform.migrator.catalog.CatalogReader;
import com.dotmac.platform.migrator.catalog.Storage;
import com.dotmac.platform.migrator.changelog.Engine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import liquibase.exception.LiquibaseException;

/** Applies every change to an empty database and reads the catalogue after each. */
public final class FootprintRecorder {
  private final Connection connection;
  private final List<Footprint> footprints = new ArrayList<>();
  private Look before;

  private FootprintRecorder(Connection connection, Look before) {
    this.connection = connection;
    this.before = before;
  }

  /**
   * The footprints of all changes of the engine's list. The database is at head afterwards.
   *
   * @param connection to an empty database, in autocommit mode
   * @throws com.dotmac.platform.migrator.outcome.Refusal when a change fails
   * @throws SQLException when the catalogue cannot be read
   * @throws LiquibaseException when Liquibase fails outside a change
   */
  public static Footprints record(Connection connection, Engine engine)
      throws SQLException, LiquibaseException {
    Catalog empty = CatalogReader.read(connection);
    FootprintRecorder recorder = new FootprintRecorder(connection, new Look(empty, Storage.NONE));
    engine.apply(connection, (id, took) -> recorder.changed(id));
    // Liquibase switched it off.
    connection.setAutoCommit(true);
    return new Footprints(
        empty.objects(), recorder.footprints, CatalogReader.conditions(connection));
  }

  private void changed(String id) {
    try {
      Look after = Look.at(connection);
      footprints.add(Footprint.of(id, before, after));
      before = after;
    } catch (SQLException e) {
      throw new IllegalStateException("The catalogue cannot be read after change " + id, e);
    }
  }
}
