package com.dotmac.platform.domain.identity;

import com.dotmac.platform.domain.shared.ConstraintRefusals;
import com.dotmac.platform.domain.shared.EmailAddress;
import com.dotmac.platform.domain.shared.KeysetQuery;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import jakarta.persistence.LockModeType;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The queries over {@code users}. */
final class UserRepository {

  private static final ConstraintRefusals REFUSALS =
      new ConstraintRefusals(
          Map.of(
              "uq_users_email", UserException.EmailTaken::new,
              "fk_user_roles_role", UserException.RoleNotFound::new));

  private final TenantSessions sessions;

  UserRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  void add(TenantScope scope, User user) {
    sessions.of(scope).persist(user);
    flush(scope);
  }

  void flush(TenantScope scope) {
    REFUSALS.flush(sessions.of(scope));
  }

  Optional<User> find(TenantScope scope, UUID id) {
    return Optional.ofNullable(sessions.of(scope).find(User.class, id));
  }

  Optional<User> hold(TenantScope scope, UUID id) {
    return Optional.ofNullable(
        sessions.of(scope).find(User.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  Optional<User> findByEmail(TenantScope scope, String email) {
    return sessions
        .of(scope)
        .createSelectionQuery("from User where email = :email", User.class)
        .setParameter("email", EmailAddress.required(email))
        .uniqueResultOptional();
  }

  Page<User> list(TenantScope scope, UserFilter filter, PageRequest page) {
    return new KeysetQuery<>(User.class, User::id)
        .where("status = :status", "status", filter.status())
        .where(
            "(lower(displayName) like :search escape '!' or email like :search escape '!')",
            "search",
            KeysetQuery.containing(filter.search()))
        .page(sessions.of(scope), page);
  }
}
