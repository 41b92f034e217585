package com.dotmac.platform.app.sealing;

import com.dotmac.platform.domain.sealing.SealingKey;
import com.dotmac.platform.domain.sealing.Seals;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;

/** The section {@code sealing} of the configuration: keys for secrets that must be kept. */
public final class SealingSettings {

  private List<SealingKey> keys = List.of();

  /**
   * Keys for the secrets that must be kept, each 256 random bits in Base64 ({@code openssl rand
   * -base64 32}), with commas between. The first seals and all open: put a new one before the
   * others, and take an old one away when nothing is sealed with it any more. Empty: what keeps a
   * secret is refused.
   */
  @JsonProperty
  public String getKeys() {
    return String.join(",", keys.stream().map(SealingKey::toString).toList());
  }

  /**
   * Takes the keys.
   *
   * @throws IllegalArgumentException if one is anything else; the message does not repeat it
   */
  @JsonProperty
  public void setKeys(String keys) {
    this.keys =
        Arrays.stream(keys.split(","))
            .map(String::strip)
            .filter(key -> !key.isEmpty())
            .map(SealingKey::parse)
            .toList();
  }

  /** What seals and opens under these keys. */
  public Seals seals() {
    return new Seals(keys);
  }
}
