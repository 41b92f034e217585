package com.dotmac.platform.domain.partners.payouts;

import java.util.Map;
import java.util.Set;

/**
 * The lives of a batch and of a payout.
 *
 * <pre>
 *   batch    draft -> approved -> submitted <-> closed        back when a payout is tried again
 *              |         |
 *              +-> cancelled
 *
 *   payout   pending -> ready -> processing -> completed -> failed     it came back
 *               |        | ^        |  |  ^
 *               |        | |        |  +--|----> failed
 *               |        | |        v     |
 *               |        | |      unknown-+----> completed, failed     told by the provider alone
 *               |        | +--------------------- failed               it is tried again
 *               +-> cancelled
 * </pre>
 */
final class PayoutStates {

  private static final Map<BatchStatus, Set<BatchStatus>> BATCH =
      Map.of(
          BatchStatus.DRAFT, Set.of(BatchStatus.APPROVED, BatchStatus.CANCELLED),
          BatchStatus.APPROVED, Set.of(BatchStatus.SUBMITTED, BatchStatus.CANCELLED),
          BatchStatus.SUBMITTED, Set.of(BatchStatus.CLOSED),
          BatchStatus.CLOSED, Set.of(BatchStatus.SUBMITTED),
          BatchStatus.CANCELLED, Set.of());

  private static final Map<PayoutStatus, Set<PayoutStatus>> PAYOUT =
      Map.of(
          PayoutStatus.PENDING, Set.of(PayoutStatus.READY, PayoutStatus.CANCELLED),
          PayoutStatus.READY, Set.of(PayoutStatus.PROCESSING, PayoutStatus.CANCELLED),
          PayoutStatus.PROCESSING,
              Set.of(PayoutStatus.COMPLETED, PayoutStatus.FAILED, PayoutStatus.UNKNOWN),
          PayoutStatus.UNKNOWN,
              Set.of(PayoutStatus.PROCESSING, PayoutStatus.COMPLETED, PayoutStatus.FAILED),
          PayoutStatus.COMPLETED, Set.of(PayoutStatus.FAILED),
          PayoutStatus.FAILED, Set.of(PayoutStatus.READY),
          PayoutStatus.CANCELLED, Set.of());

  private PayoutStates() {}

  /** The states that may follow a state of a batch. */
  static Set<BatchStatus> after(BatchStatus status) {
    return BATCH.getOrDefault(status, Set.of());
  }

  /** The states that may follow a state of a payout. */
  static Set<PayoutStatus> after(PayoutStatus status) {
    return PAYOUT.getOrDefault(status, Set.of());
  }

  /**
   * Refuses a step that is not in the graph.
   *
   * @throws PayoutBatchException.StepNotAllowed if it is not
   */
  static void check(BatchStatus from, BatchStatus to) {
    if (!after(from).contains(to)) {
      throw new PayoutBatchException.StepNotAllowed(from, to);
    }
  }

  /**
   * Refuses a step that is not in the graph.
   *
   * @throws PayoutException.StepNotAllowed if it is not
   */
  static void check(PayoutStatus from, PayoutStatus to) {
    if (!after(from).contains(to)) {
      throw new PayoutException.StepNotAllowed(from, to);
    }
  }
}
