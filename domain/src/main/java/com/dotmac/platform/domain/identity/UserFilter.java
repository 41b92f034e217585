package com.dotmac.platform.domain.identity;

import org.jspecify.annotations.Nullable;

/**
 * Which users of a tenant.
 *
 * @param status {@code null}: any
 * @param search part of the name or of the address, in any case; {@code null}: any
 */
public record UserFilter(@Nullable UserStatus status, @Nullable String search) {}
