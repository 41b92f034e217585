package com.dotmac.platform.migrator.changelog;

import liquibase.database.core.PostgresDatabase;
import liquibase.exception.DatabaseException;

/**
 * The only kind of database there is here, made without trying the drivers of all the others.
 *
 * <p>A session of {@link com.dotmac.platform.migrator.target.Connector} looks at schema {@code
 * public} from its beginning. So it is not asked which it looks at; and where Liquibase rolls back
 * before each change, to begin it clean, the search path is not read and set anew: nothing has
 * taken it back.
 */
final class StepDatabase extends PostgresDatabase {

  /**
   * A database that works on a connection.
   *
   * @param connection of {@link com.dotmac.platform.migrator.target.Connector}
   */
  StepDatabase(StepConnection connection) {
    setConnection(connection);
  }

  @Override
  protected String getConnectionSchemaName() {
    return "public";
  }

  @Override
  public void rollback() throws DatabaseException {
    getConnection().rollback();
  }
}
