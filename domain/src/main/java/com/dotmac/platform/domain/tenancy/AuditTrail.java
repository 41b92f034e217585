package com.dotmac.platform.domain.tenancy;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an act is recorded, in the transaction of the act.
 *
 * <p>Stands here so that tenancy can record without knowing the audit feature, which itself stands
 * on tenancy.
 */
@FunctionalInterface
public interface AuditTrail {

  /**
   * Records an act.
   *
   * @param context who acts, when, why
   * @param action kind of resource and verb in the past tense, {@code partner.suspended}
   * @param resourceId what was acted upon
   * @param before its fields as they were; {@code null} when it was created
   * @param after its fields as they became; {@code null} when it was removed
   */
  void record(
      CallContext context,
      String action,
      UUID resourceId,
      @Nullable Map<String, @Nullable Object> before,
      @Nullable Map<String, @Nullable Object> after);

  /** Records acts that were kept back, in the order in which they came. */
  default void recordAll(GatheredActs gathered) {
    gathered.writeTo(this);
  }
}
