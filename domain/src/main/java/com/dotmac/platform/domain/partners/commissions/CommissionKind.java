package com.dotmac.platform.domain.partners.commissions;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** What a line of commission is. */
public enum CommissionKind implements Coded {
  /** Something was earned. */
  ACCRUAL("accrual"),
  /** What was earned is taken back, in whole or in part. */
  REVERSAL("reversal"),
  /** Somebody added or took off something by hand. */
  ADJUSTMENT("adjustment"),
  /** A partner was let off what he owed. */
  WRITE_OFF("write_off");

  private final String code;

  CommissionKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<CommissionKind> {
    /** For Hibernate. */
    public Column() {
      super(CommissionKind.class);
    }
  }
}
