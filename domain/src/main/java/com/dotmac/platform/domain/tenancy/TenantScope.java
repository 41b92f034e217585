package com.dotmac.platform.domain.tenancy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose data a call may see.
 *
 * @param tenantId the tenant
 * @param partnerId the one partner of the tenant whose data the call is about; {@code null}: not
 *     one partner's, but the whole of the tenant
 */
public record TenantScope(UUID tenantId, @Nullable UUID partnerId) {

  /** The whole of a tenant. */
  public TenantScope(UUID tenantId) {
    this(tenantId, null);
  }

  /**
   * What of this tenant belongs to one of his partners.
   *
   * @param id the partner
   */
  public TenantScope ofPartner(UUID id) {
    return new TenantScope(tenantId, id);
  }
}
