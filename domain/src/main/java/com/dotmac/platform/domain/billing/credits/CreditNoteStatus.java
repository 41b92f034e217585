package com.dotmac.platform.domain.billing.credits;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** What became of a credit note. */
public enum CreditNoteStatus implements Coded {
  /** Nothing of it was applied. */
  ISSUED("issued"),
  /** A part of it was applied; the rest is credit of the customer. */
  PARTIALLY_APPLIED("partially_applied"),
  /** All of it was applied. */
  APPLIED("applied"),
  /** Taken back: it counts no more. */
  VOID("void");

  private final String code;

  CreditNoteStatus(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<CreditNoteStatus> {
    /** For Hibernate. */
    public Column() {
      super(CreditNoteStatus.class);
    }
  }
}
