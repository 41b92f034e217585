package com.dotmac.platform.domain.billing.subscriptions;

import com.dotmac.platform.domain.shared.Coded;

/** When something that is asked for takes effect. */
public enum ChangeTime implements Coded {
  /** At once. */
  NOW("now"),
  /** When the period that runs ends. */
  PERIOD_END("period_end");

  private final String code;

  ChangeTime(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
