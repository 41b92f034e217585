package com.dotmac.platform.domain.identity.signin;

import com.dotmac.platform.domain.identity.Permission;
import java.util.Set;
import java.util.UUID;

/**
 * A session that was looked at and is open.
 *
 * @param sessionId the session
 * @param userId whose it is
 * @param userName his name, at this moment
 * @param permissions what his roles allow, less what nobody of his tenant may hold
 */
public record OpenedSession(
    UUID sessionId, UUID userId, String userName, Set<Permission> permissions) {

  /** Takes a copy. */
  public OpenedSession {
    permissions = Set.copyOf(permissions);
  }
}
