package com.dotmac.platform.domain.billing.invoices;

import com.dotmac.platform.domain.shared.DomainException;
import com.dotmac.platform.domain.shared.Money;

/** Refusals about invoices. */
public abstract sealed class InvoiceException extends DomainException {

  private static final long serialVersionUID = 1L;

  private InvoiceException(String message) {
    super(message);
  }

  /** The tenant has no such invoice. */
  public static final class NotFound extends InvoiceException {
    private static final long serialVersionUID = 1L;

    NotFound() {
      super("There is no such invoice.");
    }
  }

  /** The invoice was finalised: what it says stays. */
  public static final class NotADraft extends InvoiceException {
    private static final long serialVersionUID = 1L;

    NotADraft() {
      super("The invoice was finalised and does not change any more.");
    }
  }

  /** The state does not allow the step. */
  public static final class StepNotAllowed extends InvoiceException {
    private static final long serialVersionUID = 1L;

    StepNotAllowed(InvoiceStatus from, InvoiceStatus to) {
      super("An invoice that is " + from.code() + " cannot become " + to.code() + ".");
    }
  }

  /** There is nothing to invoice. */
  public static final class Empty extends InvoiceException {
    private static final long serialVersionUID = 1L;

    Empty() {
      super("An invoice without lines cannot be finalised.");
    }
  }

  /** The lines give back more than they charge. */
  public static final class NegativeTotal extends InvoiceException {
    private static final long serialVersionUID = 1L;

    NegativeTotal() {
      super("The total is negative. Give money back with a credit note.");
    }
  }

  /** A line that cannot be. */
  public static final class InvalidLine extends InvoiceException {
    private static final long serialVersionUID = 1L;

    InvalidLine(String message) {
      super(message);
    }
  }

  /** Money was paid for the invoice and is still in it. */
  public static final class HasPayments extends InvoiceException {
    private static final long serialVersionUID = 1L;

    HasPayments() {
      super("Money was paid for the invoice. Refund it first, or issue a credit note.");
    }
  }

  /** More than is owed. */
  public static final class MoreThanOwed extends InvoiceException {
    private static final long serialVersionUID = 1L;

    MoreThanOwed(String number, Money owed) {
      super("Of invoice " + number + " no more than " + owed + " is owed.");
    }
  }

  /** The invoice is a draft or void: nobody owes it. */
  public static final class NotOwed extends InvoiceException {
    private static final long serialVersionUID = 1L;

    NotOwed(InvoiceStatus status) {
      super("An invoice that is " + status.code() + " is not owed.");
    }
  }
}
