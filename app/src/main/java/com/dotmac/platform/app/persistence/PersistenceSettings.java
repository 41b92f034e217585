package com.dotmac.platform.app.persistence;

import com.dotmac.platform.domain.tenancy.TenantConnections;
import com.dotmac.platform.domain.tenancy.TenantIdentifiers;
import io.dropwizard.db.DataSourceFactory;
import java.util.Optional;
import java.util.Properties;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;

/**
 * What must hold of pool and Hibernate whatever a configuration file says; applied after the file
 * was read.
 *
 * <p>Hibernate validates the tables and never makes one, every connection names the tenant of its
 * session, and naming and statements are in one transaction.
 */
public final class PersistenceSettings {

  private PersistenceSettings() {}

  /** Settings of the pool. */
  public static void apply(DataSourceFactory database) {
    database.setAutoCommitByDefault(false);
    database.setRollbackOnReturn(true);
    String ours = LostConnections.class.getName();
    database.setJdbcInterceptors(
        Optional.of(
            database
                .getJdbcInterceptors()
                .map(named -> named.contains(ours) ? named : named + ";" + ours)
                .orElse(ours)));
  }

  /**
   * Settings of Hibernate.
   *
   * @param configuration about to be built
   * @param connections connections of the pool, bound to tenants
   */
  public static void apply(Configuration configuration, TenantConnections connections) {
    configuration.setProperty(AvailableSettings.HBM2DDL_AUTO, "validate");
    configuration.setProperty(AvailableSettings.CONNECTION_PROVIDER_DISABLES_AUTOCOMMIT, "true");
    configuration.setProperty(
        AvailableSettings.CONNECTION_HANDLING, "DELAYED_ACQUISITION_AND_RELEASE_AFTER_TRANSACTION");
    configuration.setProperty(AvailableSettings.JDBC_TIME_ZONE, "UTC");
    configuration.setProperty(AvailableSettings.GENERATE_STATISTICS, "false");
    Properties properties = configuration.getProperties();
    properties.put(AvailableSettings.MULTI_TENANT_IDENTIFIER_RESOLVER, new TenantIdentifiers());
    properties.put(AvailableSettings.MULTI_TENANT_CONNECTION_PROVIDER, connections);
  }
}
