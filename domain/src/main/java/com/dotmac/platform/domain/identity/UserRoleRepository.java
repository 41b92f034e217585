package com.dotmac.platform.domain.identity;

import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/** The queries over {@code user_roles}. */
final class UserRoleRepository {

  private static final String PERMISSIONS =
      """
      select held.standardRole, own.permissions from UserRole held
      left join Role own on own.id = held.roleId where held.userId = :user
      """;

  private static final String ADMINISTRATORS =
      """
      select count(*) from UserRole held join User person on person.id = held.userId
      where held.standardRole = :role and person.status = :status and held.userId <> :user
      """;

  private final TenantSessions sessions;

  UserRoleRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  List<UserRole> of(TenantScope scope, Collection<UUID> users) {
    return users.isEmpty()
        ? List.of()
        : sessions
            .of(scope)
            .createSelectionQuery("from UserRole where userId in :users", UserRole.class)
            .setParameterList("users", users)
            .getResultList();
  }

  /** The union of what the roles of a person allow. */
  Set<Permission> permissionsOf(TenantScope scope, UUID user) {
    return RolePermissions.ofAll(
        sessions
            .of(scope)
            .createSelectionQuery(PERMISSIONS, Object[].class)
            .setParameter("user", user)
            .getResultList(),
        0);
  }

  /** How many active people besides one administer the tenant. */
  long otherAdministrators(TenantScope scope, UUID user) {
    return sessions
        .of(scope)
        .createSelectionQuery(ADMINISTRATORS, Long.class)
        .setParameter("role", StandardRole.TENANT_ADMINISTRATOR)
        .setParameter("status", UserStatus.ACTIVE)
        .setParameter("user", user)
        .getSingleResult();
  }

  /** Gives and takes until a person has these roles and no others. */
  void replace(CallContext context, UUID user, List<UserRole> present, AssignedRoles wanted) {
    Session session = sessions.of(context.scope());
    AssignedRoles had = AssignedRoles.of(present);
    present.stream().filter(row -> !wanted.include(row)).forEach(session::remove);
    wanted.standard().stream()
        .filter(role -> !had.standard().contains(role))
        .forEach(role -> session.persist(UserRole.standard(context, user, role)));
    wanted.own().stream()
        .filter(role -> !had.own().contains(role))
        .forEach(role -> session.persist(UserRole.own(context, user, role)));
  }
}
