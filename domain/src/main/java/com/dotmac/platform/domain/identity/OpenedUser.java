package com.dotmac.platform.domain.identity;

import java.util.Set;
import java.util.UUID;

/**
 * A person who was looked up for a request, and may take part.
 *
 * @param userId the person
 * @param userName his name, at this moment
 * @param permissions what his roles allow, less what nobody of his tenant may hold
 */
public record OpenedUser(UUID userId, String userName, Set<Permission> permissions) {

  /** Takes a copy. */
  public OpenedUser {
    permissions = Set.copyOf(permissions);
  }
}
