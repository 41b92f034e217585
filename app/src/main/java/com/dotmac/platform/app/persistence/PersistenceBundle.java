package com.dotmac.platform.app.persistence;

import com.codahale.metrics.health.HealthCheck;
import com.dotmac.platform.app.PlatformConfiguration;
import com.dotmac.platform.domain.schema.EntityClasses;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.hibernate.HibernateBundle;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.hibernate.cfg.Configuration;

/** Hibernate over the application's pool, with the settings that nobody can change. */
public final class PersistenceBundle extends HibernateBundle<PlatformConfiguration> {

  private final TenantSessionFactoryFactory factory;

  /** Hibernate with all entities. */
  public PersistenceBundle() {
    this(new TenantSessionFactoryFactory());
  }

  private PersistenceBundle(TenantSessionFactoryFactory factory) {
    super(EntityClasses.ALL, factory);
    this.factory = factory;
  }

  @Override
  public DataSourceFactory getDataSourceFactory(PlatformConfiguration configuration) {
    DataSourceFactory database = configuration.getDatabase();
    PersistenceSettings.apply(database);
    return database;
  }

  @Override
  protected void configure(Configuration configuration) {
    PersistenceSettings.apply(configuration, factory.connections());
  }

  /**
   * Shows the health of the connection under a name that says what it is about.
   *
   * @param environment where health checks live
   * @param name the name
   */
  public void nameHealthCheck(Environment environment, String name) {
    HealthCheck check = environment.healthChecks().getHealthCheck(name());
    environment.healthChecks().unregister(name());
    environment.healthChecks().register(name, check);
  }

  /**
   * A connection of the pool, bound to no tenant.
   *
   * @throws SQLException if the database does not answer
   */
  public Connection connection() throws SQLException {
    return factory.connections().getAnyConnection();
  }

  /** The pool: its connections are without auto-commit, and bound to no tenant. */
  public DataSource pool() {
    return factory.pool();
  }
}
