package com.dotmac.platform.migrator.changelog;

import liquibase.changelog.StandardChangeLogHistoryService;
import liquibase.database.Database;
import liquibase.exception.DatabaseException;

/**
 * Liquibase's history, whose table is looked for with one question instead of a snapshot. Found by
 * Liquibase as a service.
 */
public final class QuickHistoryService extends StandardChangeLogHistoryService {

  @Override
  public int getPriority() {
    return PRIORITY_DATABASE;
  }

  @Override
  public boolean supports(Database database) {
    return TableExists.canBeAsked(database);
  }

  @Override
  public boolean hasDatabaseChangeLogTable() {
    try {
      return TableExists.in(getDatabase(), getDatabaseChangeLogTableName());
    } catch (DatabaseException e) {
      throw new IllegalStateException(e);
    }
  }
}
