package com.dotmac.platform.app.auth;

import com.dotmac.platform.domain.identity.TokenText;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Signs and reads access tokens: JSON Web Tokens for our own use (RFC 9068 in form), with HMAC and
 * SHA-256. Signer and reader are the same program, so one secret serves; each key goes by a name
 * that is made of it, so that a token says which one signed it and keys can be changed one by one.
 */
public final class AccessTokens {

  private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
  private static final String AUDIENCE = "dotmac-api";
  private static final String TENANT = "tenant";
  private static final String SESSION = "sid";
  private static final Set<String> REQUIRED = Set.of("sub", TENANT, SESSION, "jti", "iat", "exp");

  private final List<JWK> keys;
  private final String issuer;
  private final Duration life;
  private final DefaultJWTProcessor<SecurityContext> reader;

  /**
   * Tokens of an installation.
   *
   * @param settings keys, issuer and life
   * @param clock tells whether a token has expired
   */
  public AccessTokens(SignInSettings settings, Clock clock) {
    keys = settings.keys().stream().map(AccessTokens::named).toList();
    issuer = settings.getIssuer();
    life = settings.getAccessTokenLife().toJavaDuration();
    reader = new DefaultJWTProcessor<>();
    reader.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPE));
    reader.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            JWSAlgorithm.HS256, new ImmutableJWKSet<>(new JWKSet(keys))));
    reader.setJWTClaimsSetVerifier(
        // To the second: signer and reader are one.
        new ClaimsOnTime(AUDIENCE, issuer, REQUIRED, clock, Duration.ZERO));
  }

  /** Whether there is a key to sign with. */
  public boolean canSign() {
    return !keys.isEmpty();
  }

  /** How long a new token is good. */
  public Duration life() {
    return life;
  }

  /**
   * Signs a token.
   *
   * @param token what it says
   * @param at instant of the request; the token is good from now on
   * @throws IllegalStateException if there is no key, see {@link #canSign}
   */
  public String sign(AccessToken token, Instant at) {
    if (keys.isEmpty()) {
      throw new IllegalStateException("There is no key to sign an access token with");
    }
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .audience(AUDIENCE)
            .subject(token.userId().toString())
            .claim(TENANT, token.tenantId().toString())
            .claim(SESSION, token.sessionId().toString())
            .jwtID(TokenText.random(16))
            .issueTime(Date.from(at))
            .expirationTime(Date.from(at.plus(life)))
            .build();
    OctetSequenceKey key = keys.get(0).toOctetSequenceKey();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.HS256).type(TYPE).keyID(key.getKeyID()).build();
    SignedJWT signed = new SignedJWT(header, claims);
    try {
      signed.sign(new MACSigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("An access token cannot be signed", e);
    }
    return signed.serialize();
  }

  /**
   * Reads a token.
   *
   * @param text what the caller presented
   * @return empty if it is none of ours, was signed with a key that is gone, or has expired
   */
  public Optional<AccessToken> read(String text) {
    try {
      JWTClaimsSet claims = reader.process(text, null);
      return Optional.of(
          new AccessToken(
              UUID.fromString(claims.getStringClaim(TENANT)),
              UUID.fromString(claims.getSubject()),
              UUID.fromString(claims.getStringClaim(SESSION))));
    } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static JWK named(byte[] key) {
    try {
      return new OctetSequenceKey.Builder(key)
          .algorithm(JWSAlgorithm.HS256)
          .keyIDFromThumbprint()
          .build();
    } catch (JOSEException e) {
      throw new IllegalStateException("A key cannot be named", e);
    }
  }
}
