package com.dotmac.platform.domain.partners.commissions;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** How far a line of commission is on its way to the partner. */
public enum CommissionStatus implements Coded {
  /** Is held. */
  PENDING("pending"),
  /** Can be paid out. */
  APPROVED("approved"),
  /** Was paid out. */
  PAID("paid"),
  /** Counts no more, nor does what cancelled it. */
  CANCELLED("cancelled");

  private final String code;

  CommissionStatus(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<CommissionStatus> {
    /** For Hibernate. */
    public Column() {
      super(CommissionStatus.class);
    }
  }
}
