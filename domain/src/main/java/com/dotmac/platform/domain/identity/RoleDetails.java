package com.dotmac.platform.domain.identity;

import java.util.Set;

/**
 * What a tenant says of a role of its own.
 *
 * @param name for people, 1 to 100 characters, unique in the tenant
 * @param permissions what whoever has the role may do, at least one
 */
public record RoleDetails(String name, Set<Permission> permissions) {

  /** Checks name and permissions. */
  public RoleDetails {
    permissions = Set.copyOf(permissions);
    if (name.isBlank() || name.length() > 100) {
      throw new RoleException.InvalidName();
    }
    if (permissions.isEmpty()) {
      throw new RoleException.AllowsNothing();
    }
  }
}
