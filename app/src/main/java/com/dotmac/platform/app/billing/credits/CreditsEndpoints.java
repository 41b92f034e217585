package com.dotmac.platform.app.billing.credits;

import com.dotmac.platform.app.http.DomainProblems;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.domain.billing.credits.CreditNoteException;
import com.dotmac.platform.domain.billing.credits.CreditNoteService;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.Map;

/** Puts credit notes on the wire. */
public final class CreditsEndpoints {

  private CreditsEndpoints() {}

  /**
   * Registers the part.
   *
   * @param jersey where resources go
   * @param problems where refusals go
   * @param notes the door to credit notes
   */
  public static void register(
      JerseyEnvironment jersey, DomainProblems problems, CreditNoteService notes) {
    problems.add(
        CreditNoteException.class,
        Map.ofEntries(
            Map.entry(CreditNoteException.NotFound.class, ProblemCode.CREDIT_NOTE_NOT_FOUND),
            Map.entry(
                CreditNoteException.ApplicationNotFound.class,
                ProblemCode.CREDIT_NOTE_APPLICATION_NOT_FOUND),
            Map.entry(
                CreditNoteException.InvoiceNotCreditable.class,
                ProblemCode.CREDIT_NOTE_INVOICE_NOT_CREDITABLE),
            Map.entry(
                CreditNoteException.LineNotFound.class, ProblemCode.CREDIT_NOTE_LINE_NOT_FOUND),
            Map.entry(
                CreditNoteException.LineExceeded.class, ProblemCode.CREDIT_NOTE_LINE_EXCEEDED),
            Map.entry(
                CreditNoteException.ExceedsInvoice.class, ProblemCode.CREDIT_NOTE_EXCEEDS_INVOICE),
            Map.entry(
                CreditNoteException.NothingToCredit.class,
                ProblemCode.CREDIT_NOTE_NOTHING_TO_CREDIT),
            Map.entry(
                CreditNoteException.OtherCurrency.class, ProblemCode.CREDIT_NOTE_OTHER_CURRENCY),
            Map.entry(
                CreditNoteException.OtherCustomer.class, ProblemCode.CREDIT_NOTE_OTHER_CUSTOMER),
            Map.entry(
                CreditNoteException.InvoiceNotOpen.class, ProblemCode.CREDIT_NOTE_INVOICE_NOT_OPEN),
            Map.entry(
                CreditNoteException.ApplicationExceeds.class,
                ProblemCode.CREDIT_NOTE_APPLICATION_EXCEEDS),
            Map.entry(CreditNoteException.Voided.class, ProblemCode.CREDIT_NOTE_VOID),
            Map.entry(
                CreditNoteException.UsedElsewhere.class, ProblemCode.CREDIT_NOTE_USED_ELSEWHERE)));
    jersey.register(new CreditNoteResource(notes));
    jersey.register(new CreditNoteApplicationResource(notes));
  }
}
