package com.dotmac.platform.domain.audit;

import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The door to the audit trail.
 *
 * <p>A row is added to the session of the change itself, so the two commit together or not at all.
 */
public final class AuditLog implements AuditTrail {

  private final AuditActivityRepository activities;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   */
  public AuditLog(TenantSessions sessions) {
    activities = new AuditActivityRepository(sessions);
  }

  /**
   * {@inheritDoc} Of a change only the fields that differ are kept; a change of nothing leaves no
   * row.
   */
  @Override
  public void record(
      CallContext context,
      String action,
      UUID resourceId,
      @Nullable Map<String, @Nullable Object> before,
      @Nullable Map<String, @Nullable Object> after) {
    if (before != null && after != null) {
      Map<String, @Nullable Object> was = differing(before, after);
      Map<String, @Nullable Object> became = differing(after, before);
      if (was.isEmpty() && became.isEmpty()) {
        return;
      }
      activities.add(context.scope(), new AuditActivity(context, action, resourceId, was, became));
    } else {
      activities.add(
          context.scope(), new AuditActivity(context, action, resourceId, before, after));
    }
  }

  /**
   * The acts on one resource, newest first.
   *
   * @param scope whose trail
   * @param resourceId the resource, which may be gone
   * @param page which page
   */
  public Page<AuditActivity> ofResource(TenantScope scope, UUID resourceId, PageRequest page) {
    return activities.ofResource(scope, resourceId, page);
  }

  private static Map<String, @Nullable Object> differing(
      Map<String, @Nullable Object> of, Map<String, @Nullable Object> from) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    of.forEach(
        (field, value) -> {
          if (!Objects.equals(value, from.get(field))) {
            result.put(field, value);
          }
        });
    return result;
  }
}
