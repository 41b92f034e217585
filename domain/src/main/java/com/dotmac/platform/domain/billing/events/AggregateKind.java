package com.dotmac.platform.domain.billing.events;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** What a fact is about. */
public enum AggregateKind implements Coded {
  /** What a customer owes. */
  INVOICE("invoice"),
  /** What a customer paid. */
  PAYMENT("payment"),
  /** What a customer is let off. */
  CREDIT_NOTE("credit_note"),
  /** What a customer is billed for again and again. */
  SUBSCRIPTION("subscription");

  private final String code;

  AggregateKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<AggregateKind> {
    /** For Hibernate. */
    public Column() {
      super(AggregateKind.class);
    }
  }
}
