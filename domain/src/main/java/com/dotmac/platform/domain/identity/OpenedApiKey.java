package com.dotmac.platform.domain.identity;

import com.dotmac.platform.domain.tenancy.Tenant;
import java.util.Set;

/**
 * A key that was checked and is good.
 *
 * @param key the row
 * @param permissions what it may do: those it was issued with, less those that no credential of its
 *     tenant may hold
 */
public record OpenedApiKey(ApiKey key, Set<Permission> permissions) {

  /** Takes a copy. */
  public OpenedApiKey {
    permissions = Set.copyOf(permissions);
  }

  static OpenedApiKey of(ApiKey key, Tenant tenant) {
    return new OpenedApiKey(key, Permission.heldIn(tenant, key.permissions()));
  }
}
