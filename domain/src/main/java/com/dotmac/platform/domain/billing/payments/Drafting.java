package com.dotmac.platform.domain.billing.payments;

import com.dotmac.platform.domain.tenancy.CallContext;
import java.util.UUID;

/** Makes payments of what is asked for, if it makes sense. */
final class Drafting {

  private final PaymentMethodRepository methods;
  private final PaymentProviders providers;

  Drafting(PaymentMethodRepository methods, PaymentProviders providers) {
    this.methods = methods;
    this.providers = providers;
  }

  /**
   * Makes a payment that is not known to have come.
   *
   * @throws PaymentMethodException if the customer has no such method, or it was removed
   * @throws PaymentException if what is said contradicts itself, or looks like the number of a card
   */
  Payment drafted(CallContext context, PaymentDraft draft) {
    if (CardNumbers.appearIn(draft.reference())) {
      throw new PaymentException.CardNumber();
    }
    if (draft.receivedAt() != null && draft.receivedAt().isAfter(context.at())) {
      throw new PaymentException.Contradiction("Money that was received came before now.");
    }
    UUID methodId = draft.paymentMethodId();
    PaymentKind kind = draft.kind();
    if (methodId == null) {
      if (kind == null) {
        throw new PaymentException.Contradiction(
            "Say the kind of payment, or the payment method that has one.");
      }
      return new Payment(context, draft, kind, ManualProvider.CODE);
    }
    PaymentMethod method = methods.getActive(context.scope(), draft.customerId(), methodId);
    if (kind != null && kind != method.kind()) {
      throw new PaymentException.Contradiction("The payment method is of another kind.");
    }
    if (draft.receivedAt() != null && !providers.get(method.provider()).answersAtOnce()) {
      throw new PaymentException.Contradiction("The provider says when the money was received.");
    }
    return new Payment(context, draft, method.kind(), method.provider());
  }
}
