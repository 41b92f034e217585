package com.dotmac.platform.domain.tenancy;

import java.util.UUID;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;

/**
 * Tells Hibernate the tenant of a session when it is opened.
 *
 * <p>A session without a tenant carries {@link #NONE}, which no row has: it sees and writes
 * nothing.
 */
public final class TenantIdentifiers implements CurrentTenantIdentifierResolver<UUID> {

  /** The nil UUID of RFC 9562: no tenant. */
  public static final UUID NONE = new UUID(0, 0);

  @Override
  public UUID resolveCurrentTenantIdentifier() {
    return CurrentTenant.find().map(TenantScope::tenantId).orElse(NONE);
  }

  @Override
  public boolean validateExistingCurrentSessions() {
    return true;
  }
}
