package com.dotmac.platform.domain.partners.tiers;

import com.dotmac.platform.domain.shared.Coded;

/** Why a partner stays in his tier, whatever his numbers say. */
public enum TierHindrance implements Coded {
  /** People pinned him. */
  PINNED("pinned"),
  /** He would fall, and has not stood there for the whole window yet. */
  GRACE("grace");

  private final String code;

  TierHindrance(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  static TierHindrance of(String code) {
    return PINNED.code.equals(code) ? PINNED : GRACE;
  }
}
