package com.dotmac.platform.domain.billing.payments;

import com.dotmac.platform.domain.shared.DomainException;

/** Refusals about payment methods. */
public abstract sealed class PaymentMethodException extends DomainException {

  private static final long serialVersionUID = 1L;

  private PaymentMethodException(String message) {
    super(message);
  }

  /** The customer has no such payment method. */
  public static final class NotFound extends PaymentMethodException {
    private static final long serialVersionUID = 1L;

    NotFound() {
      super("The customer has no such payment method.");
    }
  }

  /** The payment method was removed. */
  public static final class Removed extends PaymentMethodException {
    private static final long serialVersionUID = 1L;

    Removed() {
      super("The payment method was removed and is closed to changes.");
    }
  }

  /** Somebody else made another method the default in the same moment. */
  public static final class DefaultTaken extends PaymentMethodException {
    private static final long serialVersionUID = 1L;

    DefaultTaken() {
      super("Another payment method became the default in the same moment.");
    }
  }

  /** A provider that draws money knows the method by a name of its own. */
  public static final class ReferenceMissing extends PaymentMethodException {
    private static final long serialVersionUID = 1L;

    ReferenceMissing() {
      super("A provider knows the method by a reference: say it.");
    }
  }

  /** A text may hold the number of a card. */
  public static final class CardNumber extends PaymentMethodException {
    private static final long serialVersionUID = 1L;

    CardNumber() {
      super(
          "This looks like the number of a card, which is never kept here; a provider's token is.");
    }
  }
}
