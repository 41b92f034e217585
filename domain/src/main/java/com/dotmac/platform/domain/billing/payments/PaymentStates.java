package com.dotmac.platform.domain.billing.payments;

import static com.dotmac.platform.domain.billing.payments.PaymentStatus.DISPUTED;
import static com.dotmac.platform.domain.billing.payments.PaymentStatus.FAILED;
import static com.dotmac.platform.domain.billing.payments.PaymentStatus.PARTIALLY_REFUNDED;
import static com.dotmac.platform.domain.billing.payments.PaymentStatus.PENDING;
import static com.dotmac.platform.domain.billing.payments.PaymentStatus.REFUNDED;
import static com.dotmac.platform.domain.billing.payments.PaymentStatus.SUCCEEDED;

import java.util.Map;
import java.util.Set;

/**
 * The life of a payment.
 *
 * <pre>
 *   pending <-> failed
 *      |          |            failed: the provider declined. A success that is told late counts.
 *      +--> succeeded <--+
 *             ^  ^       |
 *             |  |    disputed       as long as a dispute is open
 *             |  |       ^
 *             |  v       v
 *             | partially_refunded   a part of the money went back, by refund or lost dispute
 *             |  ^
 *             v  v
 *           refunded                 all of it did
 * </pre>
 *
 * From where the money came on, the state follows from the amounts: a refund that the provider did
 * not carry out and a dispute that was won lead back.
 */
final class PaymentStates {

  private static final Map<PaymentStatus, Set<PaymentStatus>> NEXT =
      Map.of(
          PENDING, Set.of(SUCCEEDED, FAILED),
          FAILED, Set.of(PENDING, SUCCEEDED),
          SUCCEEDED, Set.of(PARTIALLY_REFUNDED, REFUNDED, DISPUTED),
          PARTIALLY_REFUNDED, Set.of(SUCCEEDED, REFUNDED, DISPUTED),
          REFUNDED, Set.of(SUCCEEDED, PARTIALLY_REFUNDED),
          DISPUTED, Set.of(SUCCEEDED, PARTIALLY_REFUNDED, REFUNDED));

  private PaymentStates() {}

  /** The states that may follow a state. */
  static Set<PaymentStatus> after(PaymentStatus status) {
    return NEXT.getOrDefault(status, Set.of());
  }

  /**
   * Refuses a step that is not in the graph.
   *
   * @throws PaymentException.StepNotAllowed if it is not
   */
  static void check(PaymentStatus from, PaymentStatus to) {
    if (!after(from).contains(to)) {
      throw new PaymentException.StepNotAllowed(from, to);
    }
  }

  /**
   * The state of a payment whose money has come.
   *
   * @param amount what came, in minor units
   * @param returned what went back for good
   * @param disputed what is held until a dispute is decided
   */
  static PaymentStatus ofReceived(long amount, long returned, long disputed) {
    if (disputed > 0) {
      return DISPUTED;
    }
    if (returned == 0) {
      return SUCCEEDED;
    }
    return returned == amount ? REFUNDED : PARTIALLY_REFUNDED;
  }
}
