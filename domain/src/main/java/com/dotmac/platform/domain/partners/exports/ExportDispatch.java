package com.dotmac.platform.domain.partners.exports;

import com.dotmac.platform.domain.tenancy.TenantScope;
import java.time.Instant;
import java.util.UUID;

/**
 * Has an export made, once the current transaction is committed, and not at all if it is rolled
 * back.
 */
@FunctionalInterface
public interface ExportDispatch {

  /**
   * Has it made.
   *
   * @param at not before this instant
   */
  void make(TenantScope scope, UUID exportId, Instant at);
}
