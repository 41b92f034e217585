package com.dotmac.platform.domain.tenancy;

import java.util.UUID;

/**
 * Whose data a call may see.
 *
 * @param tenantId the tenant
 */
public record TenantScope(UUID tenantId) {}
