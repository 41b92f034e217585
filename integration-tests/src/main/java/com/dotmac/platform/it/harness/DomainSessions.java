package com.dotmac.platform.it.harness;

import com.codahale.metrics.MetricRegistry;
import com.dotmac.platform.app.persistence.PersistenceSettings;
import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.schema.EntityClasses;
import com.dotmac.platform.domain.tenancy.TenantConnections;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.db.ManagedDataSource;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;

/**
 * The domain on a test database without the application: the same pool, the same two walls between
 * tenants, and units of work that a test opens. Notes in {@link EntityCoverage} what was saved and
 * read. Never makes a table; Hibernate only validates them.
 */
public final class DomainSessions implements AutoCloseable {
  private final ManagedDataSource pool;
  private final SessionFactory factory;

  private DomainSessions(ManagedDataSource pool, SessionFactory factory) {
    this.pool = pool;
    this.factory = factory;
  }

  /** Opens the domain on this database, as the application's role. */
  public static DomainSessions on(TestDatabase database) {
    DomainSessions sessions = at(database.jdbcUrl(), database.appUser(), database.appPassword());
    EntityCoverage.record(sessions.factory);
    return sessions;
  }

  /**
   * Opens the domain on a database that is no test's; what is saved and read there proves nothing.
   *
   * @param jdbcUrl address without credentials
   * @param user the application's role
   * @param password its password
   */
  public static DomainSessions at(String jdbcUrl, String user, String password) {
    DataSourceFactory database = new DataSourceFactory();
    database.setDriverClass("org.postgresql.Driver");
    database.setUrl(jdbcUrl);
    database.setUser(user);
    database.setPassword(password);
    database.setInitialSize(0);
    database.setMinSize(0);
    database.setMaxSize(8);
    PersistenceSettings.apply(database);
    ManagedDataSource pool = database.build(new MetricRegistry(), "domain");
    Configuration configuration = new Configuration();
    EntityClasses.ALL.forEach(configuration::addAnnotatedClass);
    configuration.setProperty(AvailableSettings.CURRENT_SESSION_CONTEXT_CLASS, "managed");
    PersistenceSettings.apply(configuration, new TenantConnections(pool, () -> {}));
    return new DomainSessions(pool, configuration.buildSessionFactory());
  }

  /** What repositories and services are made with. */
  public TenantSessions sessions() {
    return new TenantSessions(factory);
  }

  /** The factory, to count its statements. */
  public SessionFactory factory() {
    return factory;
  }

  /** Where its connections come from. */
  public DataSource pool() {
    return pool;
  }

  /** Does work in a transaction of this tenant; a new one, so that nothing is still in memory. */
  public <T> T in(TenantScope scope, Supplier<T> work) {
    return new UnitsOfWork(factory).in(scope, work);
  }

  @Override
  public void close() {
    factory.close();
    try {
      pool.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The pool did not stop", e);
    }
  }
}
