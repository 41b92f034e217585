package com.dotmac.platform.app.persistence;

import com.dotmac.platform.domain.tenancy.CurrentTenant;
import com.dotmac.platform.domain.tenancy.TenantScope;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.Transaction;
import org.hibernate.context.internal.ManagedSessionContext;

/**
 * Units of work outside a resource method: for the check of a credential, which comes before one,
 * and for commands.
 *
 * <p>Resource methods use {@code @UnitOfWork} instead.
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
}
