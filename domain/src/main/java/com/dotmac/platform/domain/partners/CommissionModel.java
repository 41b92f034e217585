package com.dotmac.platform.domain.partners;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** How a partner's commission is reckoned where no rule says otherwise. */
public enum CommissionModel implements Coded {
  /** A fraction of what the customer paid. */
  REVENUE_SHARE("revenue_share"),
  /** A fixed amount. */
  FLAT_FEE("flat_fee"),
  /** A fraction that depends on volume. */
  TIERED("tiered"),
  /** A fixed amount and a fraction. */
  HYBRID("hybrid");

  private final String code;

  CommissionModel(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<CommissionModel> {
    /** For Hibernate. */
    public Column() {
      super(CommissionModel.class);
    }
  }
}
