package com.dotmac.platform.domain.partners.rules;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** What tiers are counted over. Periods are those of the tenant's zone. */
public enum RuleBasis implements Coded {
  /** Each invoice by itself. */
  INVOICE("invoice"),
  /** All that the partner sold in a month. */
  MONTH("month"),
  /** All that the partner sold in a quarter of a year. */
  QUARTER("quarter"),
  /** All that the partner sold in a year. */
  YEAR("year");

  private final String code;

  RuleBasis(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<RuleBasis> {
    /** For Hibernate. */
    public Column() {
      super(RuleBasis.class);
    }
  }
}
