package com.dotmac.platform.it.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A token as a provider makes it, and as nobody should. Each change gives another token. */
record AToken(
    JWK key,
    JWSAlgorithm algorithm,
    @Nullable JOSEObjectType type,
    UnaryOperator<JWSHeader.Builder> header,
    JWTClaimsSet claims) {

  /** A key for RSA that no other test has. */
  static RSAKey rsa(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A key on P-256 that no other test has. */
  static ECKey ec(String id) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A good one, for five minutes from now. */
  static AToken of(
      LoopbackProvider provider, RSAKey key, String subject, String tenant, Clock clock) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(provider.issuer())
            .audience(LoopbackProvider.AUDIENCE)
            .subject(subject)
            .claim("tenant", tenant)
            .expirationTime(Date.from(clock.instant().plus(Duration.ofMinutes(5))))
            .build();
    return new AToken(
        key, JWSAlgorithm.RS256, JOSEObjectType.JWT, UnaryOperator.identity(), claims);
  }

  /** Signed by another key in another way. */
  AToken signedWith(JWK other, JWSAlgorithm way) {
    return new AToken(other, way, type, header, claims);
  }

  /** Of another type. */
  AToken ofType(@Nullable String name) {
    return new AToken(
        key, algorithm, name == null ? null : new JOSEObjectType(name), header, claims);
  }

  /** With something else in its header. */
  AToken withHeader(UnaryOperator<JWSHeader.Builder> change) {
    return new AToken(key, algorithm, type, change, claims);
  }

  /** With a claim; {@code null}: without it. */
  AToken with(String claim, @Nullable Object value) {
    return new AToken(
        key, algorithm, type, header, new JWTClaimsSet.Builder(claims).claim(claim, value).build());
  }

  /** Good until then. */
  AToken until(Clock clock, Duration fromNow) {
    return with("exp", Date.from(clock.instant().plus(fromNow)));
  }

  /** Its text, signed. */
  String text() {
    try {
      return signed(new DefaultJWSSignerFactory().createJWSSigner(key, algorithm), algorithm);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Its text, signed with a secret, under the name of its key. */
  String textUnder(byte[] secret) {
    try {
      return signed(new MACSigner(secret), JWSAlgorithm.HS256);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Its text, signed by nobody. */
  String unsigned() {
    return new PlainJWT(claims).serialize();
  }

  private String signed(JWSSigner signer, JWSAlgorithm way) throws JOSEException {
    JWSHeader said =
        header.apply(new JWSHeader.Builder(way).type(type).keyID(key.getKeyID())).build();
    SignedJWT token = new SignedJWT(said, claims);
    token.sign(signer);
    return token.serialize();
  }
}
