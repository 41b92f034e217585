package com.dotmac.platform.domain.billing.subscriptions;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** Why a subscription made an invoice. */
public enum ChargeKind implements Coded {
  /** A period began; at most one invoice for each. */
  PERIOD("period"),
  /** The plan changed within a period. */
  CHANGE("change");

  private final String code;

  ChargeKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<ChargeKind> {
    /** For Hibernate. */
    public Column() {
      super(ChargeKind.class);
    }
  }
}
