package com.dotmac.platform.app.persistence;

import com.codahale.metrics.health.HealthCheck;
import com.dotmac.platform.app.PlatformConfiguration;
import com.dotmac.platform.domain.schema.EntityClasses;
import com.dotmac.platform.domain.tenancy.TenantIdentifiers;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.hibernate.HibernateBundle;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;

/**
 * Hibernate over the application's pool.
 *
 * <p>What must hold whatever a configuration file says is set here, after the file was read:
 * Hibernate validates the tables and never makes one, and every connection names the tenant of its
 * session.
 */
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
    database.setAutoCommitByDefault(false);
    database.setRollbackOnReturn(true);
    return database;
  }

  @Override
  protected void configure(Configuration configuration) {
    configuration.setProperty(AvailableSettings.HBM2DDL_AUTO, "validate");
    configuration.setProperty(AvailableSettings.CONNECTION_PROVIDER_DISABLES_AUTOCOMMIT, "true");
    configuration.setProperty(
        AvailableSettings.CONNECTION_HANDLING, "DELAYED_ACQUISITION_AND_RELEASE_AFTER_TRANSACTION");
    configuration.setProperty(AvailableSettings.JDBC_TIME_ZONE, "UTC");
    configuration.setProperty(AvailableSettings.GENERATE_STATISTICS, "false");
    Properties properties = configuration.getProperties();
    properties.put(AvailableSettings.MULTI_TENANT_IDENTIFIER_RESOLVER, new TenantIdentifiers());
    properties.put(AvailableSettings.MULTI_TENANT_CONNECTION_PROVIDER, factory.connections());
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
}
