package com.dotmac.platform.domain.billing.payments;

import com.dotmac.platform.domain.shared.Coded;

/** What a provider tells of a payment by itself. */
public enum NoticeKind implements Coded {
  /** The money was drawn. */
  CHARGE_SUCCEEDED("charge_succeeded"),
  /** The money was not drawn. */
  CHARGE_FAILED("charge_failed"),
  /** A refund was carried out. */
  REFUND_SUCCEEDED("refund_succeeded"),
  /** A refund was not carried out. */
  REFUND_FAILED("refund_failed"),
  /** The payer's bank takes money back. */
  DISPUTE_OPENED("dispute_opened"),
  /** The payer's bank gives the money back. */
  DISPUTE_WON("dispute_won"),
  /** The money is gone. */
  DISPUTE_LOST("dispute_lost");

  private final String code;

  NoticeKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Whether it tells of a refund. */
  boolean isOfARefund() {
    return this == REFUND_SUCCEEDED || this == REFUND_FAILED;
  }
}
