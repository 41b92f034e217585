package com.dotmac.platform.domain.partners.ledger;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** Why something was entered into the books. */
public enum LedgerKind implements Coded {
  /** A partner earned. */
  ACCRUAL("accrual"),
  /** What was earned was lost again. */
  REVERSAL("reversal"),
  /** What was held is to be paid out. */
  RELEASE("release"),
  /** Somebody gave or took by hand. */
  ADJUSTMENT("adjustment"),
  /** Somebody took back what was held. */
  CANCELLATION("cancellation"),
  /** A debt of the partner was let off. */
  WRITE_OFF("write_off"),
  /** A payout was made of what was to be paid out. */
  PAYOUT_RESERVED("payout_reserved"),
  /** A payout came to nothing. */
  PAYOUT_RELEASED("payout_released"),
  /** A payout reached the partner. */
  PAYOUT_COMPLETED("payout_completed"),
  /** A payout that had reached the partner came back. */
  PAYOUT_RETURNED("payout_returned");

  private final String code;

  LedgerKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<LedgerKind> {
    /** For Hibernate. */
    public Column() {
      super(LedgerKind.class);
    }
  }
}
