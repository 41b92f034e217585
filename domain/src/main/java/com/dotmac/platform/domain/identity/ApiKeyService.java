package com.dotmac.platform.domain.identity;

import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.domain.tenancy.TenantStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The door to API keys: issue, check, revoke. */
public final class ApiKeyService {

  private final ApiKeyRepository keys;
  private final TenantService tenants;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param tenants tells whether the tenant of a key may use the platform
   * @param audit where acts are recorded
   */
  public ApiKeyService(TenantSessions sessions, TenantService tenants, AuditTrail audit) {
    keys = new ApiKeyRepository(sessions);
    this.tenants = tenants;
    this.audit = audit;
  }

  /**
   * Issues a key.
   *
   * @param name for people, 1 to 100 characters
   * @param permissions what the key may do
   * @param expiresAt from when on it is refused; {@code null}: never
   * @return the key with its text, which cannot be had again
   * @throws ApiKeyException if the name is empty or too long, or the expiry not in the future
   */
  public IssuedApiKey issue(
      CallContext context, String name, Set<Permission> permissions, @Nullable Instant expiresAt) {
    if (name.isBlank() || name.length() > 100) {
      throw new ApiKeyException.InvalidName();
    }
    if (expiresAt != null && !expiresAt.isAfter(context.at())) {
      throw new ApiKeyException.AlreadyExpired();
    }
    ApiKeyToken token = ApiKeyToken.generate(context.scope().tenantId());
    ApiKey key = new ApiKey(context, name, token, permissions, expiresAt);
    keys.add(context.scope(), key);
    audit.record(context, "api_key.issued", key.id(), null, key.auditState());
    return new IssuedApiKey(key, token.text());
  }

  /**
   * The tenant that a presented key claims to belong to; nothing is checked yet.
   *
   * @param text what the caller presented
   * @return empty if it has not the form of a key
   */
  public static Optional<TenantScope> claimedScope(String text) {
    return ApiKeyToken.parse(text).map(token -> new TenantScope(token.tenantId()));
  }

  /**
   * Checks a presented key.
   *
   * @param scope tenant that the key claims, see {@link #claimedScope}
   * @param text what the caller presented
   * @param at instant of the request
   * @return the key; empty if it is unknown, wrong, expired, revoked, or its tenant is suspended.
   *     Which of these is nobody's business who does not hold the key
   */
  public Optional<ApiKey> authenticate(TenantScope scope, String text, Instant at) {
    return ApiKeyToken.parse(text)
        .filter(token -> token.tenantId().equals(scope.tenantId()))
        .flatMap(
            token ->
                keys.findByPrefix(scope, token.prefix())
                    .filter(key -> key.opensWith(token) && key.validAt(at)))
        .filter(key -> mayUseThePlatform(scope));
  }

  /**
   * Revokes a key: from now on it is refused. Revoking again changes nothing.
   *
   * @param prefix public part of the key
   * @throws ApiKeyException.NotFound if the tenant has no such key
   */
  public void revoke(CallContext context, String prefix) {
    ApiKey key =
        keys.findByPrefix(context.scope(), prefix)
            .orElseThrow(() -> new ApiKeyException.NotFound(prefix));
    if (key.validAt(context.at())) {
      var before = key.auditState();
      key.revoke(context.at());
      audit.record(context, "api_key.revoked", key.id(), before, key.auditState());
    }
  }

  private boolean mayUseThePlatform(TenantScope scope) {
    return tenants.find(scope).filter(tenant -> tenant.status() == TenantStatus.ACTIVE).isPresent();
  }
}
