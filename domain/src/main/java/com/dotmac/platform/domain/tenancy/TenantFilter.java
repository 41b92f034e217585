package com.dotmac.platform.domain.tenancy;

import org.jspecify.annotations.Nullable;

/**
 * Which tenants to show; each part may be left out, and those given must all hold.
 *
 * @param status whether they may use the platform
 * @param slug the one with this slug
 */
public record TenantFilter(@Nullable TenantStatus status, @Nullable String slug) {}
