package com.dotmac.platform.domain.identity;

import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.Tenant;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.Set;
import java.util.UUID;

/**
 * What whoever acts may do himself, read anew from the database: the measure of what he may give to
 * others. An operator has everything.
 */
final class ActorPowers {

  private final ApiKeyRepository keys;
  private final UserRoleRepository roles;
  private final TenantService tenants;

  ActorPowers(TenantSessions sessions, TenantService tenants) {
    keys = new ApiKeyRepository(sessions);
    roles = new UserRoleRepository(sessions);
    this.tenants = tenants;
  }

  /** Whether the actor has all of these. */
  boolean cover(CallContext context, Set<Permission> permissions) {
    UUID id = context.actor().id();
    return switch (context.actor().kind()) {
      case OPERATOR -> true;
      // Its jobs give nobody powers.
      case SYSTEM -> false;
      case API_KEY ->
          id != null
              && keys.find(context.scope(), id)
                  .filter(key -> held(context, key.permissions()).containsAll(permissions))
                  .isPresent();
      case USER ->
          id != null
              && held(context, roles.permissionsOf(context.scope(), id)).containsAll(permissions);
    };
  }

  private Set<Permission> held(CallContext context, Set<Permission> permissions) {
    Tenant tenant = tenants.get(context.scope());
    return Permission.heldIn(tenant, permissions);
  }
}
