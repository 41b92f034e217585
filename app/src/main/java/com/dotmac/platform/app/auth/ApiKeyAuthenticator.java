package com.dotmac.platform.app.auth;

import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.identity.ApiKey;
import com.dotmac.platform.domain.identity.ApiKeyService;
import com.dotmac.platform.domain.identity.OpenedApiKey;
import com.dotmac.platform.domain.tenancy.Actor;
import com.dotmac.platform.domain.tenancy.TenantScope;
import io.dropwizard.auth.Authenticator;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Checks an API key in a transaction of its own, bound to the tenant that the key claims. */
public final class ApiKeyAuthenticator implements Authenticator<String, Caller> {

  private final ApiKeyService keys;
  private final UnitsOfWork unitsOfWork;
  private final Clock clock;

  /**
   * An authenticator.
   *
   * @param keys the door to keys
   * @param unitsOfWork where the check runs
   * @param clock tells the instant of the request
   */
  public ApiKeyAuthenticator(ApiKeyService keys, UnitsOfWork unitsOfWork, Clock clock) {
    this.keys = keys;
    this.unitsOfWork = unitsOfWork;
    this.clock = clock;
  }

  @Override
  public Optional<Caller> authenticate(String presented) {
    Instant now = clock.instant();
    return ApiKeyService.claimedScope(presented)
        .flatMap(
            scope ->
                unitsOfWork.reading(
                    scope,
                    () ->
                        keys.authenticate(scope, presented, now)
                            .map(opened -> caller(scope, opened, now))));
  }

  private static Caller caller(TenantScope scope, OpenedApiKey opened, Instant now) {
    ApiKey key = opened.key();
    return new Caller(
        scope,
        new Actor(Actor.Kind.API_KEY, key.id(), key.name()),
        opened.permissions(),
        now,
        null);
  }
}
