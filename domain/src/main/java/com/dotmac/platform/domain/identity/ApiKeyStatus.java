package com.dotmac.platform.domain.identity;

import com.dotmac.platform.domain.shared.Coded;

/** Whether a key opens something; follows from its instants and is stored nowhere. */
public enum ApiKeyStatus implements Coded {
  /** Opens what its permissions say. */
  ACTIVE("active"),
  /** Its time is over. */
  EXPIRED("expired"),
  /** Was shut by hand. */
  REVOKED("revoked");

  private final String code;

  ApiKeyStatus(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
