package com.dotmac.platform.domain.billing.subscriptions;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** Where a subscription is in its life. */
public enum SubscriptionStatus implements Coded {
  /** Runs, and costs nothing yet. */
  TRIALING("trialing"),
  /** Runs, and is billed at the start of each period. */
  ACTIVE("active"),
  /** Runs, and an invoice of it is overdue. */
  PAST_DUE("past_due"),
  /** Is not billed until it is resumed. */
  PAUSED("paused"),
  /** Runs until its period ends, and is not billed again; can be reactivated until then. */
  CANCELED("canceled"),
  /** Is over, for good. */
  ENDED("ended");

  private final String code;

  SubscriptionStatus(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<SubscriptionStatus> {
    /** For Hibernate. */
    public Column() {
      super(SubscriptionStatus.class);
    }
  }
}
