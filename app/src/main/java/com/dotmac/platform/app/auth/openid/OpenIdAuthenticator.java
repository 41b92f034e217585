package com.dotmac.platform.app.auth.openid;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.ForeignCredentials;
import com.dotmac.platform.app.auth.TenantSlugs;
import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.identity.ExternalIdentity;
import com.dotmac.platform.domain.identity.OpenedUser;
import com.dotmac.platform.domain.identity.UserIdentityService;
import com.dotmac.platform.domain.tenancy.Actor;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks a token of an OpenID provider, and looks at the user whom it is linked to, in a
 * transaction of its own: an identity that was removed, a user who was disabled and a tenant that
 * was suspended open nothing from the next request on, however long the token would still be good.
 * No session is made: the token is one already.
 */
public final class OpenIdAuthenticator implements ForeignCredentials {

  private static final int MOST_TENANTS = 10_000;

  private final Map<String, ProviderTokens> providers;
  private final UserIdentityService identities;
  private final TenantSlugs slugs;
  private final UnitsOfWork unitsOfWork;
  private final Clock clock;

  /** Which tenant has which slug, which is for ever; whether it takes part is asked each time. */
  private final Cache<String, TenantScope> tenants =
      Caffeine.newBuilder().maximumSize(MOST_TENANTS).build();

  /**
   * An authenticator.
   *
   * @param providers reads the tokens of each provider, by its name
   * @param identities the door to who people are there
   * @param slugs finds the tenant that a token names
   * @param unitsOfWork where the user is looked at
   * @param clock tells the instant of the request
   */
  OpenIdAuthenticator(
      Map<String, ProviderTokens> providers,
      UserIdentityService identities,
      TenantSlugs slugs,
      UnitsOfWork unitsOfWork,
      Clock clock) {
    this.providers = Map.copyOf(providers);
    this.identities = identities;
    this.slugs = slugs;
    this.unitsOfWork = unitsOfWork;
    this.clock = clock;
  }

  @Override
  public boolean areNamedBy(String presented) {
    return !providers.isEmpty() && provider(presented).isPresent();
  }

  @Override
  public Optional<Caller> authenticate(String presented) {
    return provider(presented).flatMap(tokens -> tokens.read(presented)).flatMap(this::look);
  }

  private Optional<ProviderTokens> provider(String presented) {
    return Optional.ofNullable(issuer(presented)).map(providers::get);
  }

  /** Who the token says has issued it; believed for nothing but the choice of who checks that. */
  private static @Nullable String issuer(String presented) {
    try {
      JWTClaimsSet claims = JWTParser.parse(presented).getJWTClaimsSet();
      return claims == null ? null : claims.getIssuer();
    } catch (ParseException | IllegalArgumentException e) {
      return null;
    }
  }

  private Optional<Caller> look(ProvenToken token) {
    Instant now = clock.instant();
    return tenant(token.tenant())
        .flatMap(scope -> user(scope, token.identity()).map(person -> caller(scope, person, now)));
  }

  private Optional<TenantScope> tenant(String slug) {
    TenantScope known = tenants.getIfPresent(slug);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<TenantScope> found = slugs.find(slug);
    found.ifPresent(scope -> tenants.put(slug, scope));
    return found;
  }

  private Optional<OpenedUser> user(TenantScope scope, ExternalIdentity identity) {
    return unitsOfWork.in(scope, () -> identities.open(scope, identity));
  }

  private static Caller caller(TenantScope scope, OpenedUser person, Instant now) {
    return new Caller(
        scope,
        new Actor(Actor.Kind.USER, person.userId(), person.userName()),
        person.permissions(),
        now,
        null);
  }
}
