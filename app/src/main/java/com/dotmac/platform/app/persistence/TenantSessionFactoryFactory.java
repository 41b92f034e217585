package com.dotmac.platform.app.persistence;

import com.dotmac.platform.domain.tenancy.OwnRows;
import com.dotmac.platform.domain.tenancy.TenantConnections;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.db.ManagedDataSource;
import io.dropwizard.db.PooledDataSourceFactory;
import io.dropwizard.hibernate.HibernateBundle;
import io.dropwizard.hibernate.SessionFactoryFactory;
import java.util.List;
import java.util.Objects;
import org.apache.tomcat.jdbc.pool.DataSourceProxy;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.jspecify.annotations.Nullable;

/**
 * Keeps hold of the pool while the session factory is built, so that sessions get tenant-bound
 * connections from it.
 */
final class TenantSessionFactoryFactory extends SessionFactoryFactory {

  private @Nullable TenantConnections connections;
  private @Nullable ManagedDataSource pool;

  @Override
  public SessionFactory build(
      HibernateBundle<?> bundle,
      Environment environment,
      PooledDataSourceFactory dbConfig,
      ManagedDataSource dataSource,
      List<Class<?>> entities) {
    pool = dataSource;
    connections = new TenantConnections(dataSource, () -> purge(dataSource));
    SessionFactory sessionFactory =
        super.build(bundle, environment, dbConfig, dataSource, entities);
    sessionFactory
        .unwrap(SessionFactoryImplementor.class)
        .getServiceRegistry()
        .requireService(EventListenerRegistry.class)
        .appendListeners(EventType.PRE_LOAD, new OwnRows());
    return sessionFactory;
  }

  private static void purge(ManagedDataSource dataSource) {
    if (dataSource instanceof DataSourceProxy pool) {
      pool.purge();
    }
  }

  /** Connections of the pool that the session factory is built on. */
  TenantConnections connections() {
    return Objects.requireNonNull(connections, "The pool is made first");
  }

  /** The pool that the session factory is built on. */
  ManagedDataSource pool() {
    return Objects.requireNonNull(pool, "The pool is made first");
  }
}
