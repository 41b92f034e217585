/**
 * Requests that may be repeated: the answers that were given under a key of the caller's, to be
 * given again.
 *
 * <p>Owns {@code idempotency_keys}. Never knows what a request does.
 */
@NullMarked
package com.dotmac.platform.domain.idempotency;

import org.jspecify.annotations.NullMarked;
