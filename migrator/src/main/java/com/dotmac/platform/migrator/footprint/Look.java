package com.dotmac.platform.migrator.footprint;

import com.dotmac.platform.migrator.catalog.Catalog;
import com.dotmac.platform.migrator.catalog.CatalogReader;
import com.dotmac.platform.migrator.catalog.Storage;
import java.sql.Connection;
import java.sql.SQLException;

/** A database between two changes: its schema, and where its tables lie. */
record Look(Catalog catalog, Storage storage) {

  static Look at(Connection transaction) throws SQLException {
    return new Look(
        CatalogReader.readWithin(transaction), CatalogReader.storageWithin(transaction));
  }
}
