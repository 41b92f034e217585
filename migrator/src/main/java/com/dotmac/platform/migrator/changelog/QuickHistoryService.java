package com.dotmac.platform.migrator.changelog;

import liquibase.changelog.StandardChangeLogHistoryService;
import liquibase.database.Database;
import liquibase.exception.DatabaseException;

/**
 * Liquibase's history, whose table is looked for with one question instead of a snapshot, and no
 * more once it was found. Found by Liquibase as a service.
 */
public final class QuickHistoryService extends StandardChangeLogHistoryService {
  private boolean found;

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
    // Liquibase asks before it writes each row. Whoever drops the table meanwhile is told by that.
    if (found) {
      return true;
    }
    try {
      found = TableExists.in(getDatabase(), getDatabaseChangeLogTableName());
      return found;
    } catch (DatabaseException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void reset() {
    super.reset();
    found = false;
  }
}
