package com.dotmac.platform.app.auth.openid;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetBasedJWKSource;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a provider, kept for a while and fetched again by the rules of the library: in the
 * background before they run out, at once for a key that is not among them, and so rarely that
 * nobody can make this server flood the provider. While the provider is away the last set holds on.
 *
 * <p>Goes by our clock, which the library takes from its caller; its own outermost layer, whose
 * place this takes, asks the machine.
 */
final class ProviderKeys implements JWKSource<SecurityContext> {

  /** How long a set is believed; a key that the provider took away opens nothing after that. */
  static final Duration LIFE = Duration.ofMinutes(5);

  /** How long before its end the first who needs a set has it fetched anew, without waiting. */
  static final Duration AHEAD = Duration.ofMinutes(1);

  /** How long whoever needs the set waits for another who fetches it: two requests' patience. */
  static final Duration LONGEST_WAIT = ProviderRequests.PATIENCE.multipliedBy(2);

  /** The time in which the provider is asked twice at the most. */
  static final Duration BETWEEN = Duration.ofSeconds(30);

  /** How long the last set holds on while the provider cannot be asked. */
  static final Duration OUTAGE = Duration.ofHours(1);

  private final JWKSetSource<SecurityContext> sets;
  private final Clock clock;

  /**
   * The keys of one provider; none is fetched yet.
   *
   * @param published fetches them
   * @param background where they are fetched before they run out
   * @param clock tells when that is
   */
  ProviderKeys(JWKSetSource<SecurityContext> published, ExecutorService background, Clock clock) {
    sets =
        ((JWKSetBasedJWKSource<SecurityContext>)
                JWKSourceBuilder.create(published)
                    .cache(LIFE.toMillis(), LONGEST_WAIT.toMillis())
                    .refreshAheadCache(AHEAD.toMillis(), null, background, false, null, false)
                    .rateLimited(BETWEEN.toMillis())
                    .outageTolerant(OUTAGE.toMillis())
                    .build())
            .getJWKSetSource();
    this.clock = clock;
  }

  /**
   * {@inheritDoc}
   *
   * @throws KeySourceException if no set is at hand and none can be fetched now
   */
  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context)
      throws KeySourceException {
    long now = clock.millis();
    JWKSet known = sets.getJWKSet(JWKSetCacheRefreshEvaluator.noRefresh(), now, context);
    List<JWK> keys = selector.select(known);
    return keys.isEmpty() ? selector.select(renewed(known, now, context)) : keys;
  }

  /** A set that may have a key which the known one has not; the known one if there is none. */
  private JWKSet renewed(JWKSet known, long now, @Nullable SecurityContext context) {
    try {
      return sets.getJWKSet(JWKSetCacheRefreshEvaluator.referenceComparison(known), now, context);
    } catch (KeySourceException e) {
      return known;
    }
  }
}
