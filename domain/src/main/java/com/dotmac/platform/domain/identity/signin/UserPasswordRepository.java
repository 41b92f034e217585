package com.dotmac.platform.domain.identity.signin;

import com.dotmac.platform.domain.identity.UserStatus;
import com.dotmac.platform.domain.shared.EmailAddress;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.domain.tenancy.TenantStatus;
import java.util.Optional;
import java.util.UUID;

/** The queries over {@code user_passwords}. */
final class UserPasswordRepository {

  private static final String OF_ADDRESS =
      """
      select password from UserPassword password
      join User person on person.id = password.userId
      join Tenant tenant on tenant.id = password.tenantId
      where person.email = :email and person.status = :active and tenant.status = :open
      """;

  private final TenantSessions sessions;

  UserPasswordRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  void add(TenantScope scope, UserPassword password) {
    sessions.of(scope).persist(password);
    flush(scope);
  }

  void flush(TenantScope scope) {
    sessions.of(scope).flush();
  }

  Optional<UserPassword> find(TenantScope scope, UUID userId) {
    return Optional.ofNullable(sessions.of(scope).find(UserPassword.class, userId));
  }

  /** That of the active user with an address, in an active tenant. */
  Optional<UserPassword> findByEmail(TenantScope scope, String email) {
    return sessions
        .of(scope)
        .createSelectionQuery(OF_ADDRESS, UserPassword.class)
        .setParameter("email", EmailAddress.required(email))
        .setParameter("active", UserStatus.ACTIVE)
        .setParameter("open", TenantStatus.ACTIVE)
        .uniqueResultOptional();
  }
}
