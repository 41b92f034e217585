package com.dotmac.platform.domain.identity;

import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.shared.VersionConflictException;
import com.dotmac.platform.domain.tenancy.Actor;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The door to API keys: issue, check, rotate, revoke.
 *
 * <p>Whoever issues or rotates a key gives no more than he has: what a key may do, and for how
 * long, is held against the credential that acts, and for a person against his roles. An operator
 * has everything.
 */
public final class ApiKeyService {

  private static final Duration LONGEST_LIFE = Duration.ofDays(36_525);

  private final ApiKeyRepository keys;
  private final ActorPowers powers;
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
    powers = new ActorPowers(sessions, tenants);
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
   * @throws ApiKeyException if the name is empty or too long, the expiry is not in the future, or
   *     the key would do more than credentials of its tenant may, or do more or live longer than
   *     the credential that issues it
   */
  public IssuedApiKey issue(
      CallContext context, String name, Set<Permission> permissions, @Nullable Instant expiresAt) {
    return issue(context, name, permissions, expiresAt, null);
  }

  private IssuedApiKey issue(
      CallContext context,
      String name,
      Set<Permission> permissions,
      @Nullable Instant expiresAt,
      @Nullable ApiKey replaced) {
    if (name.isBlank() || name.length() > 100) {
      throw new ApiKeyException.InvalidName();
    }
    if (expiresAt != null
        && (!expiresAt.isAfter(context.at())
            || expiresAt.isAfter(context.at().plus(LONGEST_LIFE)))) {
      throw new ApiKeyException.InvalidExpiry();
    }
    refuseBeyondActor(context, permissions, expiresAt);
    refuseBeyondTenant(context.scope(), permissions);
    ApiKeyToken token = ApiKeyToken.generate(context.scope().tenantId());
    ApiKey key = new ApiKey(context, name, token, permissions, expiresAt);
    keys.add(context.scope(), key);
    var state = key.auditState();
    state.put("replaces", replaced == null ? null : replaced.id().toString());
    audit.record(context, "api_key.issued", key.id(), null, state);
    return new IssuedApiKey(key, token.text());
  }

  /**
   * The key with an identifier.
   *
   * @throws ApiKeyException.NotFound if the tenant has none
   */
  public ApiKey get(TenantScope scope, UUID id) {
    return keys.find(scope, id).orElseThrow(ApiKeyException.NotFound::new);
  }

  /** A page of keys, newest first, also those that open nothing any more. */
  public Page<ApiKey> list(TenantScope scope, PageRequest page) {
    return keys.list(scope, page);
  }

  /**
   * Issues a key that does what another does, and leaves that one some time, so that its holder can
   * go over to the new one without a gap.
   *
   * @param id the key to be replaced
   * @param expectedVersion version that the caller has read
   * @param overlap how long the replaced key still opens; nothing: it is revoked
   * @param expiresAt from when on the new key is refused; {@code null}: when the replaced one would
   *     have been
   * @return the new key with its text, which cannot be had again
   * @throws ApiKeyException if there is no such key, it is expired or revoked, the expiry is not in
   *     the future, or the credential that acts has less than the key
   * @throws VersionConflictException if the key was changed meanwhile
   */
  public IssuedApiKey rotate(
      CallContext context,
      UUID id,
      int expectedVersion,
      Duration overlap,
      @Nullable Instant expiresAt) {
    ApiKey replaced = get(context.scope(), id);
    VersionConflictException.refuseUnlessEqual(expectedVersion, replaced.version());
    if (!replaced.validAt(context.at())) {
      throw new ApiKeyException.NotActive();
    }
    Instant expiry = expiresAt == null ? replaced.expiresAt() : expiresAt;
    IssuedApiKey issued = issue(context, replaced.name(), replaced.permissions(), expiry, replaced);
    var before = replaced.auditState();
    replaced.endAfter(overlap, context.at());
    keys.flush(context.scope());
    audit.record(context, "api_key.rotated", id, before, replaced.auditState());
    return issued;
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
   * @return the key and what it may do; empty if it is unknown, wrong, expired, revoked, or its
   *     tenant is suspended. Which of these is nobody's business who does not hold the key
   */
  public Optional<OpenedApiKey> authenticate(TenantScope scope, String text, Instant at) {
    return ApiKeyToken.parse(text)
        .filter(token -> token.tenantId().equals(scope.tenantId()))
        .flatMap(
            token ->
                keys.findAsking(scope, token.prefix())
                    .filter(asking -> asking.key().opensWith(token) && asking.key().validAt(at)))
        .map(asking -> OpenedApiKey.of(noted(scope, asking.key(), at), asking.tenant()));
  }

  private ApiKey noted(TenantScope scope, ApiKey key, Instant at) {
    if (key.usedLongBefore(at)) {
      keys.noteUse(scope, key.id(), at);
    }
    return key;
  }

  /**
   * Revokes a key: from now on it is refused. Revoking again changes nothing. Needs no version: a
   * key that leaked is shut, whatever became of it meanwhile.
   *
   * @throws ApiKeyException.NotFound if the tenant has no such key
   */
  public ApiKey revoke(CallContext context, UUID id) {
    ApiKey key = get(context.scope(), id);
    if (key.status(context.at()) != ApiKeyStatus.REVOKED) {
      var before = key.auditState();
      key.revoke(context.at());
      keys.flush(context.scope());
      audit.record(context, "api_key.revoked", id, before, key.auditState());
    }
    return key;
  }

  private void refuseBeyondActor(
      CallContext context, Set<Permission> permissions, @Nullable Instant expiresAt) {
    boolean within =
        powers.cover(context, permissions)
            && (context.actor().kind() != Actor.Kind.API_KEY || outlives(context, expiresAt));
    if (!within) {
      throw new ApiKeyException.GrantsTooMuch();
    }
  }

  /** Whether the key that acts lives at least as long; a person and an operator do. */
  private boolean outlives(CallContext context, @Nullable Instant expiresAt) {
    UUID own = context.actor().id();
    return own != null
        && keys.find(context.scope(), own).filter(key -> key.livesUntil(expiresAt)).isPresent();
  }

  private void refuseBeyondTenant(TenantScope scope, Set<Permission> permissions) {
    if (permissions.stream().anyMatch(Permission::isOfThePlatform)
        && !tenants.get(scope).isPlatform()) {
      throw new ApiKeyException.OnlyForThePlatform();
    }
  }
}
