package com.dotmac.platform.domain.identity;

/**
 * A key at the moment of its birth: the only time that its text exists on this side.
 *
 * @param key the row
 * @param token what the holder presents; show it once and forget it
 */
public record IssuedApiKey(ApiKey key, String token) {

  /** Names the key without giving it away. */
  @Override
  public String toString() {
    return "API key " + key.prefix();
  }
}
