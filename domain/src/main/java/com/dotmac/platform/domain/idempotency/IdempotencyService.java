package com.dotmac.platform.domain.idempotency;

import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.time.Duration;
import java.util.Optional;

/**
 * The door to stored answers. Both verbs belong in the transaction of the effect: the first before
 * it, the second after it.
 */
public final class IdempotencyService {

  /** How long an answer can be had again. */
  public static final Duration KEPT = Duration.ofDays(30);

  private final RequestKeyRepository keys;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   */
  public IdempotencyService(TenantSessions sessions) {
    keys = new RequestKeyRepository(sessions);
  }

  /**
   * Reserves a key until the transaction ends, or tells what was answered under it. Never waits.
   *
   * @return the answer to give again; empty if the request is to be done
   * @throws IdempotencyException.InFlight if another transaction works under the key
   * @throws IdempotencyException.OtherRequest if the key stands for another request
   */
  public Optional<StoredAnswer> begin(CallContext context, RequestKey key) {
    RequestKeyRepository.Found found = keys.reserve(context.scope(), key, context.at());
    if (found.answer() != null) {
      if (!key.fingerprint().equals(found.fingerprint())) {
        throw new IdempotencyException.OtherRequest();
      }
      return Optional.of(found.answer());
    }
    if (!found.reserved()) {
      throw new IdempotencyException.InFlight();
    }
    return Optional.empty();
  }

  /**
   * Keeps the answer to a request that was done.
   *
   * @throws IdempotencyException.InFlight if another transaction was quicker after all; this one
   *     can only be rolled back
   */
  public void complete(CallContext context, RequestKey key, StoredAnswer answer) {
    if (!keys.keep(context.scope(), key, answer, context.at(), context.at().plus(KEPT))) {
      throw new IdempotencyException.InFlight();
    }
  }
}
