package com.dotmac.platform.domain.billing.events;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** What can happen in billing. The code begins with the kind of what it happens to. */
public enum EventType implements Coded {
  /** An invoice got its number and is owed. */
  INVOICE_FINALISED(AggregateKind.INVOICE, "finalised"),
  /** Nothing of an invoice is owed any more. */
  INVOICE_PAID(AggregateKind.INVOICE, "paid"),
  /** An invoice that was paid is owed again: a refund, a chargeback, a credit note undone. */
  INVOICE_REOPENED(AggregateKind.INVOICE, "reopened"),
  /** An invoice was not paid by its due day. */
  INVOICE_OVERDUE(AggregateKind.INVOICE, "overdue"),
  /** An invoice was declared not to be owed. */
  INVOICE_VOIDED(AggregateKind.INVOICE, "voided"),
  /** An invoice was given up. */
  INVOICE_UNCOLLECTIBLE(AggregateKind.INVOICE, "uncollectible");

  private final AggregateKind aggregateKind;
  private final String code;

  EventType(AggregateKind aggregateKind, String verb) {
    this.aggregateKind = aggregateKind;
    code = aggregateKind.code() + "." + verb;
  }

  /** Kind of what it happens to. */
  public AggregateKind aggregateKind() {
    return aggregateKind;
  }

  @Override
  public String code() {
    return code;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<EventType> {
    /** For Hibernate. */
    public Column() {
      super(EventType.class);
    }
  }
}
