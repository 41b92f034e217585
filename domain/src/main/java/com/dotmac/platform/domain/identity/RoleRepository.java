package com.dotmac.platform.domain.identity;

import com.dotmac.platform.domain.shared.ConstraintRefusals;
import com.dotmac.platform.domain.shared.KeysetQuery;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The queries over {@code roles}. */
final class RoleRepository {

  private static final ConstraintRefusals REFUSALS =
      new ConstraintRefusals(
          Map.of(
              "uq_roles_name", RoleException.NameTaken::new,
              "fk_user_roles_role", RoleException.InUse::new));

  private final TenantSessions sessions;

  RoleRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  void add(TenantScope scope, Role role) {
    sessions.of(scope).persist(role);
    flush(scope);
  }

  void remove(TenantScope scope, Role role) {
    sessions.of(scope).remove(role);
    flush(scope);
  }

  void flush(TenantScope scope) {
    REFUSALS.flush(sessions.of(scope));
  }

  Optional<Role> find(TenantScope scope, UUID id) {
    return Optional.ofNullable(sessions.of(scope).find(Role.class, id));
  }

  /** Those of these identifiers that the tenant has. */
  List<Role> findAll(TenantScope scope, Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : sessions
            .of(scope)
            .createSelectionQuery("from Role where id in :ids", Role.class)
            .setParameterList("ids", ids)
            .getResultList();
  }

  Page<Role> list(TenantScope scope, PageRequest page) {
    return new KeysetQuery<>(Role.class, Role::id).page(sessions.of(scope), page);
  }
}
