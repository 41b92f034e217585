package com.dotmac.platform.migrator.changelog;

import java.sql.SQLException;
import liquibase.Scope;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.ChangeSet.ExecType;
import liquibase.changelog.StandardChangeLogHistoryService;
import liquibase.database.Database;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;
import liquibase.executor.ExecutorService;
import liquibase.executor.jvm.ChangelogJdbcMdcListener;
import liquibase.sqlgenerator.core.MarkChangeSetRanGenerator;
import liquibase.statement.core.CreateDatabaseChangeLogTableStatement;

/**
 * Liquibase's history, whose table is looked for with one question instead of a snapshot, and no
 * more once it was found, and which commits a change together with its row. Found by Liquibase as a
 * service.
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
  public void init() throws DatabaseException {
    if (hasDatabaseChangeLogTable() || !isWritten()) {
      // It may be an older Liquibase's, whose columns are looked at and completed.
      super.init();
      return;
    }
    ChangelogJdbcMdcListener.execute(
        getDatabase(), executor -> executor.execute(new CreateDatabaseChangeLogTableStatement()));
    getDatabase().commit();
    found = true;
  }

  @Override
  public void setExecType(ChangeSet set, ExecType outcome) throws DatabaseException {
    if (outcome != ExecType.EXECUTED
        || MarkChangeSetRanGenerator.getTagFromChangeset(set) != null
        || !isWritten()
        || !(getDatabase().getConnection() instanceof StepConnection step)) {
      super.setExecType(set, outcome);
      return;
    }
    String table =
        getDatabase()
            .escapeTableName(
                getLiquibaseCatalogName(),
                getLiquibaseSchemaName(),
                getDatabaseChangeLogTableName());
    try {
      int place = getNextSequenceValue();
      HistoryRow.insert(
          step.getUnderlyingConnection(),
          table,
          set,
          place,
          Scope.getCurrentScope().getDeploymentId());
    } catch (SQLException | LiquibaseException e) {
      throw new DatabaseException(e);
    }
  }

  @Override
  public void reset() {
    super.reset();
    found = false;
  }

  /** Whether statements are run, and not printed for somebody to read. */
  private boolean isWritten() {
    return Scope.getCurrentScope()
        .getSingleton(ExecutorService.class)
        .getExecutor("jdbc", getDatabase())
        .updatesDatabase();
  }
}
