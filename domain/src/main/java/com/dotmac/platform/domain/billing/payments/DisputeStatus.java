package com.dotmac.platform.domain.billing.payments;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** Where a dispute stands: open, and then one of the others for good. */
public enum DisputeStatus implements Coded {
  /** The payer's bank holds the money. */
  OPEN("open"),
  /** The money came back. */
  WON("won"),
  /** The money is gone. */
  LOST("lost");

  private final String code;

  DisputeStatus(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<DisputeStatus> {
    /** For Hibernate. */
    public Column() {
      super(DisputeStatus.class);
    }
  }
}
