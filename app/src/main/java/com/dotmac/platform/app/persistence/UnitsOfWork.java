package com.dotmac.platform.app.persistence;

import com.dotmac.platform.domain.tenancy.CurrentTenant;
import com.dotmac.platform.domain.tenancy.TenantConnections;
import com.dotmac.platform.domain.tenancy.TenantScope;
import java.sql.Connection;
import java.util.function.Supplier;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.Transaction;
import org.hibernate.context.internal.ManagedSessionContext;

/**
 * Units of work outside a resource method: for the check of a credential, which comes before one,
 * and for commands. Resource methods use {@code @UnitOfWork} instead.
 *
 * <p>Within any unit of work, {@link #within} goes over to another tenant and comes back.
 */
public final class UnitsOfWork {

  private final SessionFactory sessionFactory;

  /**
   * Units of work on one database.
   *
   * @param sessionFactory where sessions are opened
   */
  public UnitsOfWork(SessionFactory sessionFactory) {
    this.sessionFactory = sessionFactory;
  }

  /**
   * Does work in a transaction that is bound to a tenant; commits at the end, rolls back when the
   * work fails.
   *
   * @param scope whose data
   * @param work what to do
   * @param <T> its result
   */
  public <T> T in(TenantScope scope, Supplier<T> work) {
    CurrentTenant.bind(scope);
    try {
      return inNone(work);
    } finally {
      CurrentTenant.release();
    }
  }

  /**
   * Does the same as {@link #in} for work that only looks: what becomes of the entities that it
   * loads is not written. Statements of its own are.
   *
   * @param scope whose data
   * @param work what to do
   * @param <T> its result
   */
  public <T> T reading(TenantScope scope, Supplier<T> work) {
    return in(
        scope,
        () -> {
          sessionFactory.getCurrentSession().setHibernateFlushMode(FlushMode.MANUAL);
          return work.get();
        });
  }

  /**
   * Does a part of a request in a transaction of its own, bound to the tenant that the request is
   * bound to: for resource methods that have something slow to do between two transactions, and so
   * no unit of work around them.
   *
   * @param work what to do
   * @param <T> its result
   * @throws IllegalStateException if the thread is bound to no tenant
   */
  public <T> T inRequest(Supplier<T> work) {
    if (CurrentTenant.find().isEmpty()) {
      throw new IllegalStateException("This thread is bound to no tenant");
    }
    return inNone(work);
  }

  /**
   * Does work in a transaction that is bound to no tenant and so sees no tenant's data.
   *
   * @param work what to do
   * @param <T> its result
   */
  public <T> T inNone(Supplier<T> work) {
    try (Session session = sessionFactory.openSession()) {
      ManagedSessionContext.bind(session);
      Transaction transaction = session.beginTransaction();
      try {
        T result = work.get();
        transaction.commit();
        return result;
      } catch (RuntimeException | Error e) {
        if (transaction.getStatus().canRollback()) {
          transaction.rollback();
        }
        throw e;
      } finally {
        ManagedSessionContext.unbind(sessionFactory);
      }
    }
  }

  /**
   * Does a part of the current unit of work within another tenant: in the same transaction, on the
   * same connection, behind the row security of that tenant, with a session that belongs to it. So
   * what is done here and what is done around it commit together or not at all.
   *
   * <p>What the work returns is detached; it was sent to the database already.
   *
   * @param other whose data the work may see and change
   * @param work what to do
   * @param <T> its result
   * @throws IllegalStateException if no unit of work is bound to a tenant
   */
  public <T> T within(TenantScope other, Supplier<T> work) {
    TenantScope own =
        CurrentTenant.find().orElseThrow(() -> new IllegalStateException("There is no way back"));
    Session around = sessionFactory.getCurrentSession();
    return around.doReturningWork(
        connection -> {
          TenantConnections.name(connection, other);
          T result = inSessionOf(other, connection, around, own, work);
          // After a failure the transaction is lost, and the name with it.
          TenantConnections.name(connection, own);
          return result;
        });
  }

  private <T> T inSessionOf(
      TenantScope other, Connection connection, Session around, TenantScope own, Supplier<T> work) {
    rebind(other);
    try (Session session =
        sessionFactory
            .withOptions()
            .connection(connection)
            .tenantIdentifier((Object) other.tenantId())
            .openSession()) {
      ManagedSessionContext.bind(session);
      // Begun so that the session may be flushed; ended by the unit of work around it.
      session.beginTransaction();
      T result = work.get();
      session.flush();
      return result;
    } finally {
      rebind(own);
      ManagedSessionContext.bind(around);
    }
  }

  private static void rebind(TenantScope scope) {
    CurrentTenant.release();
    CurrentTenant.bind(scope);
  }
}
