package com.dotmac.platform.domain.tenancy;

import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/**
 * Where repositories get the session of the current unit of work.
 *
 * <p>The caller says for which tenant he works and the session says for which it was opened; a
 * difference is a programming error that would show one tenant the data of another, and ends here.
 */
public final class TenantSessions {
  /**
   * What {@code @TenantId} switches on in every session: a condition that differs from session to
   * session. Hibernate keeps no translated query and no loader while one is on, and makes the SQL
   * of every read anew; {@link OwnRows} says the same in a condition that is always the same.
   */
  private static final String FILTER = "_tenantId";

  private static final int ROWS_AT_ONCE = 500;

  private final SessionFactory sessionFactory;

  /**
   * Sessions of one database.
   *
   * @param sessionFactory factory whose current session is opened by the unit of work
   */
  public TenantSessions(SessionFactory sessionFactory) {
    this.sessionFactory = sessionFactory;
  }

  /**
   * The session of the current unit of work.
   *
   * @param scope tenant that the caller works for
   * @throws IllegalStateException if the session was opened for another tenant or for none, or the
   *     thread works for another partner or for none
   */
  public Session of(TenantScope scope) {
    Session session = sessionFactory.getCurrentSession();
    if (!scope.tenantId().equals(session.getTenantIdentifierValue())) {
      throw new IllegalStateException("The session was opened for another tenant than the call");
    }
    UUID bound = CurrentTenant.find().map(TenantScope::partnerId).orElse(null);
    if (!Objects.equals(scope.partnerId(), bound)) {
      throw new IllegalStateException("The thread works for another partner than the call");
    }
    session.disableFilter(FILTER);
    return session;
  }

  /**
   * The same session, which from now on sends rows of one kind together: for work on many things.
   * Each row is still a statement of its own, in the order in which they were added.
   */
  public Session ofMany(TenantScope scope) {
    Session session = of(scope);
    session.setJdbcBatchSize(ROWS_AT_ONCE);
    return session;
  }

  /**
   * The session of the current unit of work, for what no tenant owns: the registry of tenants.
   *
   * @return a session that may be bound to no tenant
   */
  Session ofNone() {
    return sessionFactory.getCurrentSession();
  }
}
