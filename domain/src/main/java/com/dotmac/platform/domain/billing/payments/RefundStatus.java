package com.dotmac.platform.domain.billing.payments;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** Where a refund stands: pending, and then one of the others for good. */
public enum RefundStatus implements Coded {
  /** Asked for; its money is spoken for. */
  PENDING("pending"),
  /** The money went back. */
  SUCCEEDED("succeeded"),
  /** The provider did not carry it out; everything is as if it had not been asked for. */
  FAILED("failed");

  private final String code;

  RefundStatus(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<RefundStatus> {
    /** For Hibernate. */
    public Column() {
      super(RefundStatus.class);
    }
  }
}
