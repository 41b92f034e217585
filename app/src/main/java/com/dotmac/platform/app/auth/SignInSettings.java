package com.dotmac.platform.app.auth;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How people sign in. Without a key nobody can; everything else works. */
public final class SignInSettings {

  private static final int KEY_BYTES = 32;

  @NotNull private String accessTokenKeys = "";

  @NotEmpty private String issuer = "dotmac-platform";

  @NotNull
  @MinDuration(value = 1, unit = TimeUnit.MINUTES)
  @MaxDuration(value = 1, unit = TimeUnit.HOURS)
  private Duration accessTokenLife = Duration.minutes(10);

  /**
   * Keys of access tokens, each 256 random bits in Base64, with commas between them. The first
   * signs, and what any of them signed is believed. Empty: nobody can sign in.
   */
  @JsonProperty
  public String getAccessTokenKeys() {
    return accessTokenKeys;
  }

  /**
   * Sets the keys.
   *
   * @throws IllegalArgumentException if one of them is not 32 bytes in Base64
   */
  @JsonProperty
  public void setAccessTokenKeys(String accessTokenKeys) {
    this.accessTokenKeys = accessTokenKeys;
    keys();
  }

  /** Who signs, in each token: the same for all instances, another for another installation. */
  @JsonProperty
  public String getIssuer() {
    return issuer;
  }

  /** Sets who signs. */
  @JsonProperty
  public void setIssuer(String issuer) {
    this.issuer = issuer;
  }

  /** How long an access token is good, 1 minute to 1 hour. */
  @JsonProperty
  public Duration getAccessTokenLife() {
    return accessTokenLife;
  }

  /** Sets how long an access token is good. */
  @JsonProperty
  public void setAccessTokenLife(Duration accessTokenLife) {
    this.accessTokenLife = accessTokenLife;
  }

  /** The keys themselves, the one that signs first; empty: none. */
  @JsonIgnore
  List<byte[]> keys() {
    return Arrays.stream(accessTokenKeys.split(",", -1))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(SignInSettings::key)
        .toList();
  }

  private static byte[] key(String text) {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      // Not as the cause: its message quotes what was to be a secret.
      throw notAKey();
    }
    if (key.length != KEY_BYTES) {
      throw notAKey();
    }
    return key;
  }

  private static IllegalArgumentException notAKey() {
    return new IllegalArgumentException(
        "Each of signIn.accessTokenKeys is 32 random bytes in Base64; make one with: openssl rand -base64 32");
  }
}
