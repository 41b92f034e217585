package com.dotmac.platform.domain.communications;

import com.dotmac.platform.domain.tenancy.TenantScope;
import java.time.Instant;
import java.util.UUID;

/**
 * Has a message sent, once the current transaction is committed, and not at all if it is rolled
 * back.
 */
@FunctionalInterface
public interface MessageDispatch {

  /**
   * Asks for an attempt.
   *
   * @param scope tenant of the message
   * @param messageId the message
   * @param at not before this instant
   */
  void dispatch(TenantScope scope, UUID messageId, Instant at);
}
