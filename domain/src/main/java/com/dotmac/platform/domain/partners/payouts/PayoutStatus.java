package com.dotmac.platform.domain.partners.payouts;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** Where a payout stands; {@link PayoutStates} says which step may follow. */
public enum PayoutStatus implements Coded {
  /** Its batch is not approved. */
  PENDING("pending"),
  /** To be handed to whoever moves the money. */
  READY("ready"),
  /** Handed over, and not ended. */
  PROCESSING("processing"),
  /** Reached the partner. */
  COMPLETED("completed"),
  /** Did not reach the partner, or came back; its lines are free. */
  FAILED("failed"),
  /** Came to nothing before it was handed over; its lines are free. */
  CANCELLED("cancelled"),
  /** The answer was lost: only the provider can tell what became of it. */
  UNKNOWN("unknown");

  private final String code;

  PayoutStatus(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<PayoutStatus> {
    /** For Hibernate. */
    public Column() {
      super(PayoutStatus.class);
    }
  }
}
