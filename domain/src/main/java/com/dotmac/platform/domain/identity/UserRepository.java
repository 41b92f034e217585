package com.dotmac.platform.domain.identity;

import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** The queries over {@code users}. */
final class UserRepository {

  private final TenantSessions sessions;

  UserRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  Session add(TenantScope scope, User user) {
    Session session = sessions.of(scope);
    session.persist(user);
    return session;
  }

  Optional<User> find(TenantScope scope, UUID id) {
    return Optional.ofNullable(sessions.of(scope).find(User.class, id));
  }
}
