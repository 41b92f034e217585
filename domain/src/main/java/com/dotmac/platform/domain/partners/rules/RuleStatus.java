package com.dotmac.platform.domain.partners.rules;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** Whether a rule decides about anything new. */
public enum RuleStatus implements Coded {
  /** It does. */
  ACTIVE("active"),
  /** Kept for what was earned by it; decides about nothing new, for good. */
  ARCHIVED("archived");

  private final String code;

  RuleStatus(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<RuleStatus> {
    /** For Hibernate. */
    public Column() {
      super(RuleStatus.class);
    }
  }
}
