package com.dotmac.platform.app.auth.openid;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.nimbusds.jose.JWSAlgorithm;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDuration;
import io.dropwizard.validation.ValidationMethod;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of {@code openIdProviders} of the configuration: a provider whose tokens are taken. One
 * without an issuer is none.
 */
public final class OpenIdSettings {

  /** Those with a key that only the provider has; a shared secret, or none, is never enough. */
  private static final List<JWSAlgorithm> KNOWN =
      List.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

  private static final String ALL = "RS256,PS256,ES256";

  @NotNull private String issuer = "";

  @NotNull private String audience = "";

  @NotNull private String jwksUri = "";

  @NotNull private String tenant = "";

  @NotNull private String tenantClaim = "";

  @NotNull private String algorithms = ALL;

  @NotNull
  @MinDuration(value = 0, unit = TimeUnit.SECONDS)
  @MaxDuration(value = 10, unit = TimeUnit.MINUTES)
  private Duration clockSkew = Duration.seconds(60);

  /**
   * Name of the provider, to the letter as in {@code iss} of its tokens: an address that begins
   * with {@code https://}, or with {@code http://} on this machine. Empty: no provider.
   */
  @JsonProperty
  public String getIssuer() {
    return issuer;
  }

  /** Sets the name of the provider. */
  @JsonProperty
  public void setIssuer(String issuer) {
    this.issuer = issuer;
  }

  /**
   * What tokens for this installation are for, among {@code aud}: a name of its own at the
   * provider, and not that of a program which people sign in to.
   */
  @JsonProperty
  public String getAudience() {
    return audience;
  }

  /** Sets what tokens are for. */
  @JsonProperty
  public void setAudience(String audience) {
    this.audience = audience;
  }

  /**
   * Where the provider publishes its keys, as a JWK set. Empty: what {@code
   * /.well-known/openid-configuration} below the issuer says.
   */
  @JsonProperty
  public String getJwksUri() {
    return jwksUri;
  }

  /** Sets where the keys are. */
  @JsonProperty
  public void setJwksUri(String jwksUri) {
    this.jwksUri = jwksUri;
  }

  /** Slug of the one tenant that tokens of the provider open; or {@code tenantClaim}. */
  @JsonProperty
  public String getTenant() {
    return tenant;
  }

  /** Sets the one tenant. */
  @JsonProperty
  public void setTenant(String tenant) {
    this.tenant = tenant;
  }

  /**
   * Name of the claim in which a token says the slug of the tenant that it opens; or {@code
   * tenant}. The provider is then trusted by every tenant that links somebody of it.
   */
  @JsonProperty
  public String getTenantClaim() {
    return tenantClaim;
  }

  /** Sets the claim. */
  @JsonProperty
  public void setTenantClaim(String tenantClaim) {
    this.tenantClaim = tenantClaim;
  }

  /** What the provider may sign with, of {@code RS256}, {@code PS256} and {@code ES256}. */
  @JsonProperty
  public String getAlgorithms() {
    return algorithms;
  }

  /**
   * Sets what the provider may sign with.
   *
   * @throws IllegalArgumentException if there is none, or one that is not known here
   */
  @JsonProperty
  public void setAlgorithms(String algorithms) {
    this.algorithms = algorithms;
    Set<JWSAlgorithm> named = algorithms();
    if (named.isEmpty() || !KNOWN.containsAll(named)) {
      throw new IllegalArgumentException(
          "algorithms of openIdProviders are some of " + ALL + ", and not " + algorithms);
    }
  }

  /** By how much the clocks of the provider and of this server may differ, up to 10 minutes. */
  @JsonProperty
  public Duration getClockSkew() {
    return clockSkew;
  }

  /** Sets by how much clocks may differ. */
  @JsonProperty
  public void setClockSkew(Duration clockSkew) {
    this.clockSkew = clockSkew;
  }

  /** Whether there is a provider. */
  @JsonIgnore
  public boolean isConfigured() {
    return !issuer.isEmpty();
  }

  /** Whether nothing is said of a provider that has no name. */
  @JsonIgnore
  @ValidationMethod(
      message = "without an issuer, audience, jwksUri, tenant and tenantClaim must be empty, too")
  public boolean isNamed() {
    return isConfigured()
        || Stream.of(audience, jwksUri, tenant, tenantClaim).allMatch(String::isEmpty);
  }

  /** Whether the name is an address that can be trusted. */
  @JsonIgnore
  @ValidationMethod(
      message =
          "issuer must begin with https://, or with http:// on this machine, have at most 255 characters, no ? and no #")
  public boolean isIssuerAnAddress() {
    return !isConfigured()
        || (issuer.length() <= 255
            && ProviderAddress.parse(issuer).filter(it -> it.getRawQuery() == null).isPresent());
  }

  /** Whether tokens for others are told apart. */
  @JsonIgnore
  @ValidationMethod(message = "with an issuer, audience must be given")
  public boolean isForSomebody() {
    return !isConfigured() || !audience.isBlank();
  }

  /** Whether the keys come from an address that can be trusted as far as the name. */
  @JsonIgnore
  @ValidationMethod(
      message = "jwksUri must begin with https://, or with http:// on this machine, and have no #")
  public boolean isPublishedSafely() {
    return jwksUri.isEmpty() || ProviderAddress.parse(jwksUri).isPresent();
  }

  /** Whether it is said which tenant a token opens, once. */
  @JsonIgnore
  @ValidationMethod(message = "with an issuer, either tenant or tenantClaim must be given")
  public boolean isOfATenant() {
    return !isConfigured() || tenant.isBlank() != tenantClaim.isBlank();
  }

  /** What the provider may sign with. */
  @JsonIgnore
  Set<JWSAlgorithm> algorithms() {
    return Arrays.stream(algorithms.split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .map(JWSAlgorithm::parse)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Where the provider says where its keys are (OpenID Connect Discovery, section 4). */
  @JsonIgnore
  URI discovery() {
    return URI.create(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration");
  }
}
