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
   * row. Fields that hold secrets are masked, should one ever be handed in.
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
      add(context, action, resourceId, was, became);
    } else {
      add(context, action, resourceId, before, after);
    }
  }

  private void add(
      CallContext context,
      String action,
      UUID resourceId,
      @Nullable Map<String, @Nullable Object> before,
      @Nullable Map<String, @Nullable Object> after) {
    activities.add(
        context.scope(),
        new AuditActivity(
            context, action, resourceId, SecretFields.masked(before), SecretFields.masked(after)));
  }

  /**
   * A page of acts, newest first.
   *
   * @param scope whose trail
   * @param filter which acts
   * @param page which page
   */
  public Page<AuditActivity> list(TenantScope scope, AuditFilter filter, PageRequest page) {
    return activities.list(scope, filter, page);
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
