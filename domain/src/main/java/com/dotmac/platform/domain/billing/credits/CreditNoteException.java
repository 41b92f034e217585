package com.dotmac.platform.domain.billing.credits;

import com.dotmac.platform.domain.shared.DomainException;
import com.dotmac.platform.domain.shared.Money;
import java.util.Currency;
import java.util.UUID;

/** Refusals about credit notes. */
public abstract sealed class CreditNoteException extends DomainException {

  private static final long serialVersionUID = 1L;

  private CreditNoteException(String message) {
    super(message);
  }

  /** The tenant has no such credit note. */
  public static final class NotFound extends CreditNoteException {
    private static final long serialVersionUID = 1L;

    NotFound() {
      super("There is no such credit note.");
    }
  }

  /** The note was not used like that. */
  public static final class ApplicationNotFound extends CreditNoteException {
    private static final long serialVersionUID = 1L;

    ApplicationNotFound() {
      super("There is no such application of the credit note.");
    }
  }

  /** The invoice was never issued, or is void: there is nothing to take back of it. */
  public static final class InvoiceNotCreditable extends CreditNoteException {
    private static final long serialVersionUID = 1L;

    InvoiceNotCreditable(String status) {
      super("The invoice is " + status + "; a credit note is issued for one that was finalised.");
    }
  }

  /** The invoice has no such line, or it is named twice. */
  public static final class LineNotFound extends CreditNoteException {
    private static final long serialVersionUID = 1L;

    LineNotFound(UUID line) {
      super("The invoice has no line " + line + ", or it is named twice.");
    }
  }

  /** Notes would take back more of a line than it is. */
  public static final class LineExceeded extends CreditNoteException {
    private static final long serialVersionUID = 1L;

    LineExceeded(UUID line, Money left) {
      super("Of the line " + line + " " + left + " before tax can be credited.");
    }
  }

  /** The notes of the invoice would come to more than it. */
  public static final class ExceedsInvoice extends CreditNoteException {
    private static final long serialVersionUID = 1L;

    ExceedsInvoice(Money left) {
      super("Of the invoice " + left + " can be credited.");
    }

    /** Found by the database: somebody else was quicker. */
    ExceedsInvoice() {
      super("So much of the invoice cannot be credited any more.");
    }
  }

  /** The note would be over nothing. */
  public static final class NothingToCredit extends CreditNoteException {
    private static final long serialVersionUID = 1L;

    NothingToCredit() {
      super("The credit note would come to nothing.");
    }
  }

  /** The amount is in another currency. */
  public static final class OtherCurrency extends CreditNoteException {
    private static final long serialVersionUID = 1L;

    OtherCurrency(Currency wanted) {
      super("The amount must be in " + wanted.getCurrencyCode() + ".");
    }
  }

  /** The invoice is of another customer, or in another currency. */
  public static final class OtherCustomer extends CreditNoteException {
    private static final long serialVersionUID = 1L;

    OtherCustomer() {
      super("A credit note is applied to invoices of its customer in its currency.");
    }
  }

  /** The invoice takes no credit. */
  public static final class InvoiceNotOpen extends CreditNoteException {
    private static final long serialVersionUID = 1L;

    InvoiceNotOpen(String status) {
      super("The invoice is " + status + "; credit is applied to one that is owed.");
    }
  }

  /** More than is left of the note, or more than is owed. */
  public static final class ApplicationExceeds extends CreditNoteException {
    private static final long serialVersionUID = 1L;

    ApplicationExceeds(Money most) {
      super("At most " + most + " can be applied.");
    }
  }

  /** The note is void. */
  public static final class Voided extends CreditNoteException {
    private static final long serialVersionUID = 1L;

    Voided() {
      super("The credit note is void.");
    }
  }

  /** A note of an invoice that is to become void was used for another invoice. */
  public static final class UsedElsewhere extends CreditNoteException {
    private static final long serialVersionUID = 1L;

    UsedElsewhere(String number) {
      super(
          "The credit note " + number + " of this invoice was applied to another; void it first.");
    }
  }
}
