package com.dotmac.platform.domain.tenancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps acts back until all is decided: for work on many things at once, whose rows are written
 * together by {@link AuditTrail#recordAll}. Whoever drops it has done nothing.
 */
public final class GatheredActs implements AuditTrail {

  private final List<Act> acts = new ArrayList<>();

  @Override
  public void record(
      CallContext context,
      String action,
      UUID resourceId,
      @Nullable Map<String, @Nullable Object> before,
      @Nullable Map<String, @Nullable Object> after) {
    acts.add(new Act(context, action, resourceId, before, after));
  }

  /** Adds what others kept back, behind what is here. */
  public void add(GatheredActs others) {
    acts.addAll(others.acts);
  }

  /** Records them, in the order in which they came. */
  void writeTo(AuditTrail trail) {
    acts.forEach(
        act -> trail.record(act.context, act.action, act.resourceId, act.before, act.after));
  }

  private record Act(
      CallContext context,
      String action,
      UUID resourceId,
      @Nullable Map<String, @Nullable Object> before,
      @Nullable Map<String, @Nullable Object> after) {}
}
