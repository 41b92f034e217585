package com.dotmac.platform.domain.billing.payments;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** Where a payment stands; {@link PaymentStates} says which step may follow. */
public enum PaymentStatus implements Coded {
  /** Asked for; what becomes of it is not known yet. */
  PENDING("pending"),
  /** The money is there, all of it. */
  SUCCEEDED("succeeded"),
  /** The provider declined; it may be tried again. */
  FAILED("failed"),
  /** The money came, and a part of it went back. */
  PARTIALLY_REFUNDED("partially_refunded"),
  /** The money came, and all of it went back. */
  REFUNDED("refunded"),
  /** The money came, and the payer's bank holds some of it until a dispute is decided. */
  DISPUTED("disputed");

  private final String code;

  PaymentStatus(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Whether the money has come, whatever became of it since. */
  public boolean isReceived() {
    return this != PENDING && this != FAILED;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<PaymentStatus> {
    /** For Hibernate. */
    public Column() {
      super(PaymentStatus.class);
    }
  }
}
