package com.dotmac.platform.domain.identity;

import com.dotmac.platform.domain.shared.VersionConflictException;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The door to who has which role.
 *
 * <p>Nobody gives, or takes from, a user more than he may do himself. Once a tenant has an active
 * administrator it keeps one: whoever would take the last holds the tenant's row while he looks
 * whether there is another, so that two who go at once do not each count on the other.
 */
public final class UserRoleService {

  private final UserRepository users;
  private final UserRoleRepository assigned;
  private final RoleRepository roles;
  private final ActorPowers powers;
  private final TenantService tenants;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param tenants tells which tenant is the platform's own
   * @param audit where acts are recorded
   */
  public UserRoleService(TenantSessions sessions, TenantService tenants, AuditTrail audit) {
    users = new UserRepository(sessions);
    assigned = new UserRoleRepository(sessions);
    roles = new RoleRepository(sessions);
    powers = new ActorPowers(sessions, tenants);
    this.tenants = tenants;
    this.audit = audit;
  }

  /** The roles of a person; none when the tenant has no such person. */
  public AssignedRoles of(TenantScope scope, UUID userId) {
    return AssignedRoles.of(assigned.of(scope, List.of(userId)));
  }

  /** The roles of several people; who has none is left out. */
  public Map<UUID, AssignedRoles> of(TenantScope scope, Collection<UUID> userIds) {
    return assigned.of(scope, userIds).stream()
        .collect(
            Collectors.groupingBy(
                UserRole::userId,
                Collectors.collectingAndThen(Collectors.toList(), AssignedRoles::of)));
  }

  /**
   * Lets a person have these roles and no others, from his next request on.
   *
   * @param expectedVersion version of the user that the caller has read
   * @return the user, whose version has grown if his roles changed
   * @throws UserException if there is no such user or role, the roles that he has or would have
   *     allow more than whoever assigns them may do, or he is the last active administrator
   * @throws VersionConflictException if the user was changed meanwhile
   */
  public User assign(CallContext context, UUID userId, int expectedVersion, AssignedRoles wanted) {
    TenantScope scope = context.scope();
    User user = users.find(scope, userId).orElseThrow(UserException.NotFound::new);
    VersionConflictException.refuseUnlessEqual(expectedVersion, user.version());
    List<UserRole> rows = assigned.of(scope, List.of(userId));
    AssignedRoles present = AssignedRoles.of(rows);
    if (wanted.equals(present)) {
      return user;
    }
    refuseBeyondActor(context, userId, permissions(scope, wanted));
    if (user.isActive() && present.administer() && !wanted.administer()) {
      refuseIfAlone(scope, userId);
    }
    user.touch(context.at());
    assigned.replace(context, userId, rows, wanted);
    users.flush(scope);
    audit.record(context, "user.roles_assigned", userId, state(present), state(wanted));
    return user;
  }

  /**
   * Refuses whoever may do less than a user.
   *
   * @throws UserException.GrantsTooMuch if he may
   */
  void refuseBeyondActor(CallContext context, UUID userId) {
    refuseBeyondActor(context, userId, Set.of());
  }

  private void refuseBeyondActor(CallContext context, UUID userId, Set<Permission> more) {
    Set<Permission> concerned = new HashSet<>(assigned.permissionsOf(context.scope(), userId));
    concerned.addAll(more);
    if (!powers.cover(context, concerned)) {
      throw new UserException.GrantsTooMuch();
    }
  }

  /**
   * Refuses to go on without an administrator.
   *
   * @throws UserException.LastAdministrator if the user is the last active one
   */
  void refuseIfLastAdministrator(TenantScope scope, User user) {
    if (of(scope, user.id()).administer()) {
      refuseIfAlone(scope, user.id());
    }
  }

  private void refuseIfAlone(TenantScope scope, UUID userId) {
    tenants.hold(scope);
    if (assigned.otherAdministrators(scope, userId) == 0) {
      throw new UserException.LastAdministrator();
    }
  }

  /** What the roles allow, which must be there and fit the tenant. */
  private Set<Permission> permissions(TenantScope scope, AssignedRoles wanted) {
    List<Role> own = roles.findAll(scope, wanted.own());
    if (own.size() < wanted.own().size()) {
      throw new UserException.RoleNotFound();
    }
    if (wanted.standard().stream().anyMatch(StandardRole::isOfThePlatform)
        && !tenants.get(scope).isPlatform()) {
      throw new UserException.OnlyForThePlatform();
    }
    Set<Permission> permissions = new HashSet<>();
    wanted.standard().forEach(role -> permissions.addAll(role.permissions()));
    own.forEach(role -> permissions.addAll(role.permissions()));
    return permissions;
  }

  private static Map<String, @Nullable Object> state(AssignedRoles roles) {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("standardRoles", roles.standardCodes());
    state.put("roleIds", roles.own().stream().map(UUID::toString).sorted().toList());
    return state;
  }
}
