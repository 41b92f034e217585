package com.dotmac.platform.domain.identity.signin;

import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.identity.RolePermissions;
import com.dotmac.platform.domain.identity.User;
import com.dotmac.platform.domain.identity.UserStatus;
import com.dotmac.platform.domain.shared.KeysetQuery;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.Tenant;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.domain.tenancy.TenantStatus;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The queries over {@code user_sessions}. */
final class UserSessionRepository {

  /** Whoever asks with a session, his tenant and his roles: a row for each role, or one. */
  private static final String ASKING =
      """
      select session, person, tenant, held.standardRole, own.permissions from UserSession session
      join User person on person.id = session.userId
      join Tenant tenant on tenant.id = session.tenantId
      left join UserRole held on held.userId = person.id
      left join Role own on own.id = held.roleId
      where session.id = :session and person.status = :active and tenant.status = :open
      """;

  private static final String OPEN = "endedAt is null and idleAt > :now and userId = :user";

  private final TenantSessions sessions;

  UserSessionRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  void add(TenantScope scope, UserSession session) {
    sessions.of(scope).persist(session);
    flush(scope);
  }

  void flush(TenantScope scope) {
    sessions.of(scope).flush();
  }

  Optional<UserSession> find(TenantScope scope, UUID id) {
    return Optional.ofNullable(sessions.of(scope).find(UserSession.class, id));
  }

  /** Held until the transaction ends: of two who refresh at once the second sees what is left. */
  Optional<UserSession> hold(TenantScope scope, UUID id) {
    return Optional.ofNullable(
        sessions.of(scope).find(UserSession.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /**
   * A session with whom it belongs to.
   *
   * @param permissions what he may do in his tenant
   */
  record Asking(UserSession session, User user, Set<Permission> permissions) {}

  /** In one round trip; empty when user or tenant may not take part, or there is no session. */
  Optional<Asking> findAsking(TenantScope scope, UUID id) {
    List<Object[]> rows =
        sessions
            .of(scope)
            .createSelectionQuery(ASKING, Object[].class)
            .setParameter("session", id)
            .setParameter("active", UserStatus.ACTIVE)
            .setParameter("open", TenantStatus.ACTIVE)
            .getResultList();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Object[] first = rows.get(0);
    return Optional.of(
        new Asking(
            (UserSession) first[0],
            (User) first[1],
            Permission.heldIn((Tenant) first[2], RolePermissions.ofAll(rows, 3))));
  }

  /** Those of a person that are open, newest first. */
  Page<UserSession> listOpen(TenantScope scope, UUID userId, Instant now, PageRequest page) {
    return new KeysetQuery<>(UserSession.class, UserSession::id)
        .where("endedAt is null and idleAt > :now", "now", now)
        .where("userId = :user", "user", userId)
        .page(sessions.of(scope), page);
  }

  /** Those of a person that are open, held until the transaction ends, in one order for all. */
  List<UserSession> holdOpen(TenantScope scope, UUID userId, Instant now) {
    return sessions
        .of(scope)
        .createSelectionQuery("from UserSession where " + OPEN + " order by id", UserSession.class)
        .setParameter("user", userId)
        .setParameter("now", now)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }
}
