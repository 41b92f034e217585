package com.dotmac.platform.app.idempotency;

import com.dotmac.platform.domain.idempotency.RequestKey;
import com.dotmac.platform.domain.tenancy.CallContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request under a key, on its way from the filter to the resource method: both run on one thread.
 * The filter puts one, or none, before each method that takes it, so nothing is left to a later
 * request.
 *
 * @param context who asks
 * @param key the request
 */
record PendingRequest(CallContext context, RequestKey key) {

  private static final ThreadLocal<@Nullable PendingRequest> ON_THE_WAY = new ThreadLocal<>();

  static void put(PendingRequest request) {
    ON_THE_WAY.set(request);
  }

  static Optional<PendingRequest> take() {
    Optional<PendingRequest> request = Optional.ofNullable(ON_THE_WAY.get());
    ON_THE_WAY.remove();
    return request;
  }
}
