package com.dotmac.platform.app.auth.openid;

import com.dotmac.platform.app.auth.ClaimsOnTime;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.ProblemException;
import com.dotmac.platform.domain.identity.ExternalIdentity;
import com.dotmac.platform.domain.identity.UserIdentityException;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tokens of one provider: signed by one of its keys with one of its algorithms, issued by
 * it, for us, good now, and about somebody. What a token lets its bearer do elsewhere ({@code
 * scope}) and which program got it ({@code azp}) is not looked at: what people may do here their
 * roles say.
 */
final class ProviderTokens {

  /** Nobody is looked for under what no slug can be. */
  private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,63}");

  private static final Set<String> REQUIRED = Set.of("sub", "exp");

  private final String tenant;
  private final String tenantClaim;
  private final DefaultJWTProcessor<SecurityContext> reader;

  /**
   * Tokens of a provider.
   *
   * @param provider what its tokens say
   * @param keys what they are signed with
   * @param clock tells whether they are good yet and still
   */
  ProviderTokens(OpenIdSettings provider, JWKSource<SecurityContext> keys, Clock clock) {
    tenant = provider.getTenant();
    tenantClaim = provider.getTenantClaim();
    reader = new DefaultJWTProcessor<>();
    reader.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT,
            // RFC 9068, section 4: either way of writing it.
            new JOSEObjectType("at+jwt"),
            new JOSEObjectType("application/at+jwt")));
    reader.setJWSKeySelector(new JWSVerificationKeySelector<>(provider.algorithms(), keys));
    reader.setJWTClaimsSetVerifier(
        new ClaimsOnTime(
            provider.getAudience(),
            provider.getIssuer(),
            REQUIRED,
            clock,
            provider.getClockSkew().toJavaDuration()));
  }

  /**
   * Reads a token.
   *
   * @param text what the caller presented
   * @return empty if it is not good
   * @throws ProblemException if nobody can tell for now, for want of the provider's keys
   */
  Optional<ProvenToken> read(String text) {
    try {
      JWTClaimsSet claims = reader.process(text, null);
      return Optional.ofNullable(tenantOf(claims))
          .filter(slug -> SLUG.matcher(slug).matches())
          .map(slug -> new ProvenToken(identity(claims), slug));
    } catch (KeySourceException e) {
      throw new ProblemException(
          ProblemCode.SERVICE_UNAVAILABLE,
          "The keys that the token has to be checked with are not at hand; try again in a moment.");
    } catch (ParseException
        | BadJOSEException
        | JOSEException
        | IllegalArgumentException
        | UserIdentityException.InvalidDetails e) {
      return Optional.empty();
    }
  }

  private @Nullable String tenantOf(JWTClaimsSet claims) throws ParseException {
    return tenantClaim.isEmpty() ? tenant : claims.getStringClaim(tenantClaim);
  }

  private static ExternalIdentity identity(JWTClaimsSet claims) {
    String subject = claims.getSubject();
    return new ExternalIdentity(claims.getIssuer(), subject == null ? "" : subject);
  }
}
