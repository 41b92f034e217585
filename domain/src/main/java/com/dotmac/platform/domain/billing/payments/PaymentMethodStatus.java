package com.dotmac.platform.domain.billing.payments;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** Whether a payment method can be used. */
public enum PaymentMethodStatus implements Coded {
  /** Can. */
  ACTIVE("active"),
  /** Cannot any more; kept for the payments that name it. */
  REMOVED("removed");

  private final String code;

  PaymentMethodStatus(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<PaymentMethodStatus> {
    /** For Hibernate. */
    public Column() {
      super(PaymentMethodStatus.class);
    }
  }
}
