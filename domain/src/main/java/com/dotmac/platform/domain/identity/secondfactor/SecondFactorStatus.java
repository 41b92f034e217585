package com.dotmac.platform.domain.identity.secondfactor;

import com.dotmac.platform.domain.shared.Coded;

/** Whether a person is asked for a code when he signs in. */
public enum SecondFactorStatus implements Coded {
  /** He is not: the password alone lets him in. */
  OFF("off"),
  /** He is not yet: he was shown a secret, and has not shown that his app has it. */
  PENDING("pending"),
  /** He is. */
  ON("on");

  private final String code;

  SecondFactorStatus(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
