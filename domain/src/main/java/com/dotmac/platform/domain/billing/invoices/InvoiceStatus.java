package com.dotmac.platform.domain.billing.invoices;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** Where an invoice stands. */
public enum InvoiceStatus implements Coded {
  /** May still be changed; nobody owes it. */
  DRAFT("draft"),
  /** Owed in full. */
  OPEN("open"),
  /** Owed in part: something was paid or credited. */
  PARTIALLY_PAID("partially_paid"),
  /** Nothing is owed any more. */
  PAID("paid"),
  /** Owed, in full or in part, and past its due day. */
  OVERDUE("overdue"),
  /** Declared not to be owed; keeps its number. */
  VOID("void"),
  /** Owed, and given up; can still be paid. */
  UNCOLLECTIBLE("uncollectible");

  private final String code;

  InvoiceStatus(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<InvoiceStatus> {
    /** For Hibernate. */
    public Column() {
      super(InvoiceStatus.class);
    }
  }
}
