package com.dotmac.platform.app.billing.payments;

import com.dotmac.platform.app.http.DomainProblems;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.domain.billing.payments.PaymentException;
import com.dotmac.platform.domain.billing.payments.PaymentMethodException;
import java.util.Map;

/** What callers are told when a refusal about payments meets them. */
final class PaymentsProblems {

  private PaymentsProblems() {}

  static void register(DomainProblems problems) {
    problems.add(
        PaymentException.class,
        Map.ofEntries(
            Map.entry(PaymentException.NotFound.class, ProblemCode.PAYMENT_NOT_FOUND),
            Map.entry(
                PaymentException.AllocationNotFound.class,
                ProblemCode.PAYMENT_ALLOCATION_NOT_FOUND),
            Map.entry(PaymentException.RefundNotFound.class, ProblemCode.PAYMENT_REFUND_NOT_FOUND),
            Map.entry(
                PaymentException.DisputeNotFound.class, ProblemCode.PAYMENT_DISPUTE_NOT_FOUND),
            Map.entry(PaymentException.StepNotAllowed.class, ProblemCode.PAYMENT_NOT_RECEIVED),
            Map.entry(PaymentException.NotReceived.class, ProblemCode.PAYMENT_NOT_RECEIVED),
            Map.entry(PaymentException.TooLittleLeft.class, ProblemCode.PAYMENT_TOO_LITTLE_LEFT),
            Map.entry(PaymentException.MoreThanOwed.class, ProblemCode.INVOICE_OWES_LESS),
            Map.entry(PaymentException.OtherInvoice.class, ProblemCode.PAYMENT_OTHER_INVOICE),
            Map.entry(PaymentException.MoreThanPaid.class, ProblemCode.PAYMENT_MORE_THAN_PAID),
            Map.entry(PaymentException.OtherCurrency.class, ProblemCode.VALIDATION_FAILED),
            Map.entry(PaymentException.Contradiction.class, ProblemCode.VALIDATION_FAILED),
            Map.entry(PaymentException.CardNumber.class, ProblemCode.VALIDATION_FAILED),
            Map.entry(PaymentException.DisputeClosed.class, ProblemCode.PAYMENT_DISPUTE_CLOSED),
            Map.entry(PaymentException.DisputeTaken.class, ProblemCode.PAYMENT_DISPUTE_TAKEN),
            Map.entry(
                PaymentException.ProviderPaymentTaken.class,
                ProblemCode.PAYMENT_PROVIDER_PAYMENT_TAKEN),
            Map.entry(
                PaymentException.ProviderNotSetUp.class, ProblemCode.PAYMENT_PROVIDER_NOT_SET_UP)));
    problems.add(
        PaymentMethodException.class,
        Map.of(
            PaymentMethodException.NotFound.class, ProblemCode.PAYMENT_METHOD_NOT_FOUND,
            PaymentMethodException.Removed.class, ProblemCode.PAYMENT_METHOD_REMOVED,
            PaymentMethodException.DefaultTaken.class, ProblemCode.PAYMENT_METHOD_DEFAULT_TAKEN,
            PaymentMethodException.ReferenceMissing.class, ProblemCode.VALIDATION_FAILED,
            PaymentMethodException.CardNumber.class, ProblemCode.VALIDATION_FAILED));
  }
}
