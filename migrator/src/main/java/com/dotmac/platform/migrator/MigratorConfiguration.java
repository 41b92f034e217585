package com.dotmac.platform.migrator;

import com.dotmac.platform.migrator.command.QuietLogging;
import com.dotmac.platform.migrator.outcome.Refusal;
import com.dotmac.platform.migrator.target.DatabaseUrl;
import com.dotmac.platform.migrator.target.Target;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.core.Configuration;
import io.dropwizard.db.DataSourceFactory;
import jakarta.validation.Valid;

/** The configuration file: which database, and how to log. */
public final class MigratorConfiguration extends Configuration {
  @Valid private DataSourceFactory database = new DataSourceFactory();

  /** A configuration that logs to standard error, quietly, unless the file says otherwise. */
  public MigratorConfiguration() {
    setLoggingFactory(QuietLogging.quiet());
  }

  /** The database; of a pool the migrator uses address, credentials and driver properties only. */
  @JsonProperty
  public DataSourceFactory getDatabase() {
    return database;
  }

  /** Sets the database. */
  @JsonProperty
  public void setDatabase(DataSourceFactory database) {
    this.database = database;
  }

  /**
   * The database as the verbs want it.
   *
   * @throws Refusal when the address is not one of a PostgreSQL database
   */
  public Target target() {
    return DatabaseUrl.parse(
        database.getUrl(), database.getUser(), database.getPassword(), database.getProperties());
  }
}
