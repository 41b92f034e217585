package com.dotmac.platform.domain.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * An answer that was given, as far as it is given again.
 *
 * @param status HTTP status, below 500
 * @param etag the entity tag with its quotes; {@code null} when there was none
 * @param location address of what was created; {@code null} when there was none
 * @param body the body to the byte; {@code null} when there was none
 */
public record StoredAnswer(
    int status, @Nullable String etag, @Nullable String location, @Nullable String body) {}
