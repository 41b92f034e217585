package com.dotmac.platform.domain.identity;

import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.shared.VersionConflictException;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The door to the roles that a tenant makes for itself.
 *
 * <p>Whoever makes, changes or removes a role may do everything himself that it allows, before and
 * after: otherwise he could widen a role that he has, or take from others what he never had.
 */
public final class RoleService {

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
  public RoleService(TenantSessions sessions, TenantService tenants, AuditTrail audit) {
    roles = new RoleRepository(sessions);
    powers = new ActorPowers(sessions, tenants);
    this.tenants = tenants;
    this.audit = audit;
  }

  /**
   * Makes a role.
   *
   * @throws RoleException if another role has the name, or the role would allow more than whoever
   *     makes it may do, or than credentials of the tenant may hold
   */
  public Role create(CallContext context, RoleDetails details) {
    refuseBeyond(context, details.permissions());
    Role role = new Role(context, details);
    roles.add(context.scope(), role);
    audit.record(context, "role.created", role.id(), null, role.auditState());
    return role;
  }

  /**
   * The role with an identifier.
   *
   * @throws RoleException.NotFound if the tenant has none
   */
  public Role get(TenantScope scope, UUID id) {
    return roles.find(scope, id).orElseThrow(RoleException.NotFound::new);
  }

  /** A page of the tenant's own roles, newest first. */
  public Page<Role> list(TenantScope scope, PageRequest page) {
    return roles.list(scope, page);
  }

  /**
   * Changes a role, for everybody who has it, from the next request on.
   *
   * @param expectedVersion version that the caller has read
   * @param edit gives the new details from the present ones
   * @throws RoleException if there is no such role, another has the name, or it allows more than
   *     whoever changes it may do
   * @throws VersionConflictException if the role was changed meanwhile
   */
  public Role change(
      CallContext context, UUID id, int expectedVersion, UnaryOperator<RoleDetails> edit) {
    Role role = getForChange(context, id, expectedVersion);
    RoleDetails present = role.details();
    RoleDetails wanted = edit.apply(present);
    if (!wanted.equals(present)) {
      Set<Permission> concerned = new HashSet<>(present.permissions());
      concerned.addAll(wanted.permissions());
      refuseBeyond(context, concerned);
      var before = role.auditState();
      role.change(wanted, context.at());
      roles.flush(context.scope());
      audit.record(context, "role.changed", id, before, role.auditState());
    }
    return role;
  }

  /**
   * Removes a role that nobody has.
   *
   * @param expectedVersion version that the caller has read
   * @return the role as it was
   * @throws RoleException if there is no such role, somebody has it, or it allows more than whoever
   *     removes it may do
   * @throws VersionConflictException if the role was changed meanwhile
   */
  public Role remove(CallContext context, UUID id, int expectedVersion) {
    Role role = getForChange(context, id, expectedVersion);
    refuseBeyond(context, role.permissions());
    var before = role.auditState();
    roles.remove(context.scope(), role);
    audit.record(context, "role.removed", id, before, null);
    return role;
  }

  private Role getForChange(CallContext context, UUID id, int expectedVersion) {
    Role role = get(context.scope(), id);
    VersionConflictException.refuseUnlessEqual(expectedVersion, role.version());
    return role;
  }

  private void refuseBeyond(CallContext context, Set<Permission> permissions) {
    if (!powers.cover(context, permissions)) {
      throw new RoleException.GrantsTooMuch();
    }
    if (permissions.stream().anyMatch(Permission::isOfThePlatform)
        && !tenants.get(context.scope()).isPlatform()) {
      throw new RoleException.OnlyForThePlatform();
    }
  }
}
