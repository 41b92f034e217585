package com.dotmac.platform.domain.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which acts to show; each part may be left out, and those given must all hold.
 *
 * @param actorId the API key or user who acted
 * @param action kind of resource and verb, {@code partner.suspended}
 * @param resourceKind kind of resource, {@code partner}
 * @param resourceId the resource, which may be gone
 * @param from first instant
 * @param to first instant no longer
 */
public record AuditFilter(
    @Nullable UUID actorId,
    @Nullable String action,
    @Nullable String resourceKind,
    @Nullable UUID resourceId,
    @Nullable Instant from,
    @Nullable Instant to) {

  /** All acts. */
  public static final AuditFilter NONE = new AuditFilter(null, null, null, null, null, null);

  /**
   * The acts on one resource.
   *
   * @param resourceId the resource, which may be gone
   */
  public static AuditFilter ofResource(UUID resourceId) {
    return new AuditFilter(null, null, null, resourceId, null, null);
  }
}
