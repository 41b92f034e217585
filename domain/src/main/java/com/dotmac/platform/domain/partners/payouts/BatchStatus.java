package com.dotmac.platform.domain.partners.payouts;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** Where a batch stands; {@link PayoutStates} says which step may follow. */
public enum BatchStatus implements Coded {
  /** Made, and to be approved. */
  DRAFT("draft"),
  /** To be handed to whoever moves the money. */
  APPROVED("approved"),
  /** Handed over; not all of it has ended. */
  SUBMITTED("submitted"),
  /** Every payout of it has ended. */
  CLOSED("closed"),
  /** Came to nothing before it was handed over. */
  CANCELLED("cancelled");

  private final String code;

  BatchStatus(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<BatchStatus> {
    /** For Hibernate. */
    public Column() {
      super(BatchStatus.class);
    }
  }
}
