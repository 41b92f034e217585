package com.dotmac.platform.domain.partners.rules;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** How a rule reckons what is earned; {@link CommissionFormula} says it in numbers. */
public enum RuleModel implements Coded {
  /** A fraction of what was sold. */
  PERCENT("percent"),
  /** A fixed amount for each invoice. */
  FLAT("flat"),
  /** A fraction for each part of what was sold, by the tier in which the part is. */
  GRADUATED("graduated"),
  /** One fraction for all that was sold, by the tier that it reaches. */
  VOLUME("volume"),
  /** A fixed amount for each invoice and a fraction. */
  HYBRID("hybrid");

  private final String code;

  RuleModel(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Whether it depends on tiers. */
  public boolean isTiered() {
    return this == GRADUATED || this == VOLUME;
  }

  /** Whether it has a rate of its own, outside tiers. */
  public boolean hasRate() {
    return this == PERCENT || this == HYBRID;
  }

  /** Whether it has a fixed amount of its own, outside tiers. */
  public boolean hasFlatAmount() {
    return this == FLAT || this == HYBRID;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<RuleModel> {
    /** For Hibernate. */
    public Column() {
      super(RuleModel.class);
    }
  }
}
