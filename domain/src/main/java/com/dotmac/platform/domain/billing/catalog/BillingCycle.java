package com.dotmac.platform.domain.billing.catalog;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** How long the period is that a plan's price is for. */
public enum BillingCycle implements Coded {
  /** A month of the calendar. */
  MONTHLY("monthly", 1),
  /** Three months. */
  QUARTERLY("quarterly", 3),
  /** Twelve months. */
  ANNUAL("annual", 12);

  private final String code;
  private final int months;

  BillingCycle(String code, int months) {
    this.code = code;
    this.months = months;
  }

  @Override
  public String code() {
    return code;
  }

  /** Its length in months of the calendar. */
  public int months() {
    return months;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<BillingCycle> {
    /** For Hibernate. */
    public Column() {
      super(BillingCycle.class);
    }
  }
}
