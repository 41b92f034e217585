package com.dotmac.platform.domain.billing.payments;

import com.dotmac.platform.domain.shared.DomainException;

/** Refusals about payments, and about what becomes of their money. */
public abstract sealed class PaymentException extends DomainException {

  private static final long serialVersionUID = 1L;

  private PaymentException(String message) {
    super(message);
  }

  /** The tenant has no such payment. */
  public static final class NotFound extends PaymentException {
    private static final long serialVersionUID = 1L;

    NotFound() {
      super("There is no such payment.");
    }
  }

  /** The payment has no such allocation. */
  public static final class AllocationNotFound extends PaymentException {
    private static final long serialVersionUID = 1L;

    AllocationNotFound() {
      super("The payment has no such allocation.");
    }
  }

  /** The payment has no such refund. */
  public static final class RefundNotFound extends PaymentException {
    private static final long serialVersionUID = 1L;

    RefundNotFound() {
      super("The payment has no such refund.");
    }
  }

  /** The payment has no such dispute. */
  public static final class DisputeNotFound extends PaymentException {
    private static final long serialVersionUID = 1L;

    DisputeNotFound() {
      super("The payment has no such dispute.");
    }
  }

  /** The money has not come, or the step is not in the life of a payment. */
  public static final class StepNotAllowed extends PaymentException {
    private static final long serialVersionUID = 1L;

    StepNotAllowed(PaymentStatus from, PaymentStatus to) {
      super("A payment that is %s does not become %s.".formatted(from.code(), to.code()));
    }
  }

  /** Nothing can be done with the money of a payment that did not come. */
  public static final class NotReceived extends PaymentException {
    private static final long serialVersionUID = 1L;

    NotReceived(PaymentStatus status) {
      super("The payment is %s: its money has not come.".formatted(status.code()));
    }
  }

  /** More is wanted for invoices than is left of the payment. */
  public static final class TooLittleLeft extends PaymentException {
    private static final long serialVersionUID = 1L;

    TooLittleLeft(long left) {
      super("Only %d minor units of the payment are left to be allocated.".formatted(left));
    }
  }

  /** More is wanted for an invoice than it owes, or it owes nothing. */
  public static final class MoreThanOwed extends PaymentException {
    private static final long serialVersionUID = 1L;

    MoreThanOwed(long owed) {
      super("The invoice owes %d minor units.".formatted(owed));
    }
  }

  /** The invoice is of another customer, or in another currency, than the payment. */
  public static final class OtherInvoice extends PaymentException {
    private static final long serialVersionUID = 1L;

    OtherInvoice() {
      super("The invoice is not one of this customer in the currency of the payment.");
    }
  }

  /** More is to go back than came and has not gone back yet. */
  public static final class MoreThanPaid extends PaymentException {
    private static final long serialVersionUID = 1L;

    MoreThanPaid(long left) {
      super("Only %d minor units can still go back.".formatted(left));
    }
  }

  /** An amount is in another currency than the payment. */
  public static final class OtherCurrency extends PaymentException {
    private static final long serialVersionUID = 1L;

    OtherCurrency(String currency) {
      super("The payment is in %s.".formatted(currency));
    }
  }

  /** A dispute that was decided is decided for good. */
  public static final class DisputeClosed extends PaymentException {
    private static final long serialVersionUID = 1L;

    DisputeClosed(DisputeStatus status) {
      super("The dispute was %s already.".formatted(status.code()));
    }
  }

  /** What is said of the payment contradicts itself. */
  public static final class Contradiction extends PaymentException {
    private static final long serialVersionUID = 1L;

    Contradiction(String message) {
      super(message);
    }
  }

  /** A text may hold the number of a card. */
  public static final class CardNumber extends PaymentException {
    private static final long serialVersionUID = 1L;

    CardNumber() {
      super("This looks like the number of a card, which is never kept here.");
    }
  }

  /** Another payment has the name that the provider gave. */
  public static final class ProviderPaymentTaken extends PaymentException {
    private static final long serialVersionUID = 1L;

    ProviderPaymentTaken() {
      super("Another payment goes by this name at the provider.");
    }
  }

  /** The provider is none of this installation. */
  public static final class ProviderNotSetUp extends PaymentException {
    private static final long serialVersionUID = 1L;

    ProviderNotSetUp(String code) {
      super("This installation has no payment provider %s.".formatted(code));
    }
  }

  /** Another dispute has the name that the provider gave. */
  public static final class DisputeTaken extends PaymentException {
    private static final long serialVersionUID = 1L;

    DisputeTaken() {
      super("Another dispute goes by this name at the provider.");
    }
  }
}
