package com.dotmac.platform.migrator.changelog;

import liquibase.database.Database;
import liquibase.exception.DatabaseException;
import liquibase.lockservice.StandardLockService;

/**
 * Liquibase's lock row, whose table is looked for with one question instead of a snapshot. Found by
 * Liquibase as a service.
 */
public final class QuickLockService extends StandardLockService {

  @Override
  public int getPriority() {
    return PRIORITY_DATABASE;
  }

  @Override
  public boolean supports(Database database) {
    return TableExists.canBeAsked(database);
  }

  @Override
  protected boolean isDatabaseChangeLogLockTableCreated(boolean forceRecheck) {
    try {
      return TableExists.in(database, database.getDatabaseChangeLogLockTableName());
    } catch (DatabaseException e) {
      throw new IllegalStateException(e);
    }
  }
}
