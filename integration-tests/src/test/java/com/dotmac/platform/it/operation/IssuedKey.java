package com.dotmac.platform.it.operation;

import com.dotmac.platform.domain.audit.AuditLog;
import com.dotmac.platform.domain.identity.ApiKeyService;
import com.dotmac.platform.domain.identity.IssuedApiKey;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.tenancy.Actor;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantDetails;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.it.harness.DomainSessions;
import com.dotmac.platform.it.harness.TestDatabase;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.EnumSet;
import java.util.UUID;

/**
 * A key with every permission, of a tenant of its own, issued without an application.
 *
 * @param tenantId its tenant
 * @param id its identifier
 * @param token what its holder sends
 */
record IssuedKey(UUID tenantId, UUID id, String token) {

  /** Registers a tenant in a database and issues a key for it. */
  static IssuedKey in(TestDatabase database) {
    Instant now = Instant.now();
    TenantScope scope = new TenantScope(Identifiers.next(now));
    CallContext context = new CallContext(scope, Actor.operator("operator"), now, null, null);
    try (DomainSessions domain = DomainSessions.on(database)) {
      TenantSessions sessions = domain.sessions();
      AuditLog audit = new AuditLog(sessions);
      TenantService tenants = new TenantService(sessions, audit);
      ApiKeyService keys = new ApiKeyService(sessions, tenants, audit);
      TenantDetails details =
          new TenantDetails(
              "t-" + scope.tenantId(), "Tenant", ZoneOffset.UTC, Currency.getInstance("EUR"));
      IssuedApiKey key =
          domain.in(
              scope,
              () -> {
                tenants.register(context, details);
                return keys.issue(context, "key", EnumSet.allOf(Permission.class), null);
              });
      return new IssuedKey(scope.tenantId(), key.key().id(), key.token());
    }
  }
}
