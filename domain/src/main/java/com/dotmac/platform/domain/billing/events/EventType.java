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
  INVOICE_UNCOLLECTIBLE(AggregateKind.INVOICE, "uncollectible"),
  /** Money came in. */
  PAYMENT_SUCCEEDED(AggregateKind.PAYMENT, "succeeded"),
  /** Money did not come in. */
  PAYMENT_FAILED(AggregateKind.PAYMENT, "failed"),
  /** Money of a payment went to an invoice; once per allocation. */
  PAYMENT_ALLOCATED(AggregateKind.PAYMENT, "allocated"),
  /** Money of a payment went back. */
  PAYMENT_REFUNDED(AggregateKind.PAYMENT, "refunded"),
  /** Money could not go back; what invoices do not have again is credit of the customer. */
  PAYMENT_REFUND_REFUSED(AggregateKind.PAYMENT, "refund_refused"),
  /** The payer's bank took money back: a chargeback. */
  PAYMENT_DISPUTED(AggregateKind.PAYMENT, "disputed"),
  /** A chargeback was decided for us: the money is back. */
  PAYMENT_DISPUTE_WON(AggregateKind.PAYMENT, "dispute_won"),
  /** A chargeback was decided against us: the money is gone. */
  PAYMENT_DISPUTE_LOST(AggregateKind.PAYMENT, "dispute_lost"),
  /** A customer was let off a part of an invoice. */
  CREDIT_NOTE_ISSUED(AggregateKind.CREDIT_NOTE, "issued"),
  /** A credit went to an invoice; once per application. */
  CREDIT_NOTE_APPLIED(AggregateKind.CREDIT_NOTE, "applied"),
  /** A credit was taken off an invoice again. */
  CREDIT_NOTE_UNAPPLIED(AggregateKind.CREDIT_NOTE, "unapplied"),
  /** A credit note was declared not to count. */
  CREDIT_NOTE_VOIDED(AggregateKind.CREDIT_NOTE, "voided"),
  /** A customer subscribed. */
  SUBSCRIPTION_CREATED(AggregateKind.SUBSCRIPTION, "created"),
  /** A trial ended and the first period began. */
  SUBSCRIPTION_ACTIVATED(AggregateKind.SUBSCRIPTION, "activated"),
  /** Another period began. */
  SUBSCRIPTION_RENEWED(AggregateKind.SUBSCRIPTION, "renewed"),
  /** Another plan counts, or will from the next period on. */
  SUBSCRIPTION_PLAN_CHANGED(AggregateKind.SUBSCRIPTION, "plan_changed"),
  /** It rests, and nothing is billed. */
  SUBSCRIPTION_PAUSED(AggregateKind.SUBSCRIPTION, "paused"),
  /** It goes on after a rest. */
  SUBSCRIPTION_RESUMED(AggregateKind.SUBSCRIPTION, "resumed"),
  /** An invoice of it is overdue. */
  SUBSCRIPTION_PAST_DUE(AggregateKind.SUBSCRIPTION, "past_due"),
  /** It will end with its period. */
  SUBSCRIPTION_CANCEL_SCHEDULED(AggregateKind.SUBSCRIPTION, "cancel_scheduled"),
  /** The customer ended it. */
  SUBSCRIPTION_CANCELED(AggregateKind.SUBSCRIPTION, "canceled"),
  /** The customer thought better of ending it. */
  SUBSCRIPTION_REACTIVATED(AggregateKind.SUBSCRIPTION, "reactivated"),
  /** It is over. */
  SUBSCRIPTION_ENDED(AggregateKind.SUBSCRIPTION, "ended");

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
