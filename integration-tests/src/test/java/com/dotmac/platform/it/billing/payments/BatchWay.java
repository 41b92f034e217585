package com.dotmac.platform.it.billing.payments;

import com.dotmac.platform.domain.billing.invoices.Invoice;
import com.dotmac.platform.domain.billing.payments.PaymentDraft;
import com.dotmac.platform.domain.shared.DomainException;
import com.dotmac.platform.domain.shared.Outcome;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** A way to do the same to many: each in a transaction of its own, or all in one. */
interface BatchWay {
  /** Through the doors for one. */
  BatchWay ONE_BY_ONE = new OneByOne();

  /** Through the doors for many. */
  BatchWay TOGETHER = new Together();

  /** Finalises drafts; what became of each. */
  List<String> finalise(PaymentDesk desk, List<UUID> ids);

  /** Records payments; what became of each. */
  List<String> take(PaymentDesk desk, List<PaymentDraft> drafts);

  /** What became of something. */
  static String outcome(Supplier<?> act) {
    try {
      return act.get() == null ? "nothing" : "done";
    } catch (DomainException e) {
      return refused(e);
    }
  }

  private static String outcome(Outcome<?> outcome) {
    return outcome instanceof Outcome.Refused<?> refused ? refused(refused.refusal()) : "done";
  }

  private static String refused(DomainException refusal) {
    return refusal.getClass().getName() + ": " + refusal.getMessage();
  }

  /** Through the doors for one. */
  final class OneByOne implements BatchWay {
    @Override
    public List<String> finalise(PaymentDesk desk, List<UUID> ids) {
      return ids.stream().map(id -> BatchWay.outcome(() -> finalised(desk, id))).toList();
    }

    private static Invoice finalised(PaymentDesk desk, UUID id) {
      return desk.in(
          () -> {
            Invoice draft = desk.billing().invoices().get(desk.scope(), id);
            return desk.billing().invoices().finalise(desk.thisInstant(), id, draft.version());
          });
    }

    @Override
    public List<String> take(PaymentDesk desk, List<PaymentDraft> drafts) {
      return drafts.stream()
          .map(
              draft ->
                  BatchWay.outcome(
                      () -> desk.in(() -> desk.doors().payments().take(desk.thisInstant(), draft))))
          .toList();
    }
  }

  /** Through the doors for many. */
  final class Together implements BatchWay {
    @Override
    public List<String> finalise(PaymentDesk desk, List<UUID> ids) {
      return desk.in(() -> desk.billing().batches().finalise(desk.thisInstant(), ids)).stream()
          .map(BatchWay::outcome)
          .toList();
    }

    @Override
    public List<String> take(PaymentDesk desk, List<PaymentDraft> drafts) {
      return desk.in(() -> desk.doors().batches().take(desk.thisInstant(), drafts)).stream()
          .map(BatchWay::outcome)
          .toList();
    }
  }
}
