package com.dotmac.platform.domain.billing.invoices;

import static com.dotmac.platform.domain.billing.invoices.InvoiceStatus.DRAFT;
import static com.dotmac.platform.domain.billing.invoices.InvoiceStatus.OPEN;
import static com.dotmac.platform.domain.billing.invoices.InvoiceStatus.OVERDUE;
import static com.dotmac.platform.domain.billing.invoices.InvoiceStatus.PAID;
import static com.dotmac.platform.domain.billing.invoices.InvoiceStatus.PARTIALLY_PAID;
import static com.dotmac.platform.domain.billing.invoices.InvoiceStatus.UNCOLLECTIBLE;
import static com.dotmac.platform.domain.billing.invoices.InvoiceStatus.VOID;

import java.util.Map;
import java.util.Set;

/**
 * The life of an invoice.
 *
 * <pre>
 *   draft -> open <-> partially_paid <-> paid      money in and out moves along this line;
 *              |            |              |       an overdue one stays overdue until it is paid
 *              +-> overdue <+              |
 *                     ^--------------------+
 *   open, partially_paid, overdue -> uncollectible -> paid
 *   open, partially_paid, overdue, paid, uncollectible -> void     unless money is in it
 * </pre>
 */
final class InvoiceStates {

  private static final Map<InvoiceStatus, Set<InvoiceStatus>> NEXT =
      Map.of(
          DRAFT, Set.of(OPEN, PAID),
          OPEN, Set.of(PARTIALLY_PAID, PAID, OVERDUE, VOID, UNCOLLECTIBLE),
          PARTIALLY_PAID, Set.of(OPEN, PAID, OVERDUE, VOID, UNCOLLECTIBLE),
          OVERDUE, Set.of(PAID, VOID, UNCOLLECTIBLE),
          PAID, Set.of(OPEN, PARTIALLY_PAID, VOID),
          UNCOLLECTIBLE, Set.of(PAID, VOID),
          VOID, Set.of());

  private InvoiceStates() {}

  /** The states that may follow a state. */
  static Set<InvoiceStatus> after(InvoiceStatus status) {
    return NEXT.getOrDefault(status, Set.of());
  }

  /**
   * Refuses a step that is not in the graph.
   *
   * @throws InvoiceException.StepNotAllowed if it is not
   */
  static void check(InvoiceStatus from, InvoiceStatus to) {
    if (!after(from).contains(to)) {
      throw new InvoiceException.StepNotAllowed(from, to);
    }
  }

  /**
   * The state that the amounts call for.
   *
   * @param present where the invoice stands; neither a draft nor void
   * @param total what it is over, in minor units
   * @param balance what is owed of it, in minor units
   */
  static InvoiceStatus settled(InvoiceStatus present, long total, long balance) {
    if (balance == 0) {
      return PAID;
    }
    if (present == OVERDUE || present == UNCOLLECTIBLE) {
      return present;
    }
    return balance < total ? PARTIALLY_PAID : OPEN;
  }
}
