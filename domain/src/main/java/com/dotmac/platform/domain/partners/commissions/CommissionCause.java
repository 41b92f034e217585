package com.dotmac.platform.domain.partners.commissions;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** What a line of commission follows from. */
public enum CommissionCause implements Coded {
  /** A payment came. */
  PAYMENT("payment"),
  /** Money was sent back. */
  REFUND("refund"),
  /** The payer's bank took money back. */
  CHARGEBACK("chargeback"),
  /** It gave it back again. */
  CHARGEBACK_WON("chargeback_won"),
  /** A credit of the customer paid. */
  CREDIT("credit"),
  /** That was undone. */
  CREDIT_UNDONE("credit_undone"),
  /** The customer was let off a part of the invoice. */
  CREDIT_NOTE("credit_note"),
  /** That was made void. */
  CREDIT_NOTE_VOIDED("credit_note_voided"),
  /** The invoice was made void. */
  INVOICE_VOIDED("invoice_voided"),
  /** Somebody wrote it. */
  MANUAL("manual");

  private final String code;

  CommissionCause(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<CommissionCause> {
    /** For Hibernate. */
    public Column() {
      super(CommissionCause.class);
    }
  }
}
