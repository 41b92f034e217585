package com.dotmac.platform.domain.partners.rules;

import com.dotmac.platform.domain.shared.Coded;

/** Why nothing decides about a line, so that nothing is earned. */
public enum NoneReason implements Coded {
  /** The partner has no rate, and there is no rule for him. */
  NO_RULE("no_rule"),
  /** The partner has no rate, and of the rules none fits. */
  NO_RULE_FITS("no_rule_fits");

  private final String code;

  NoneReason(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
