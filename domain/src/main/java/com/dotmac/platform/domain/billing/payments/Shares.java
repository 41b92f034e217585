package com.dotmac.platform.domain.billing.payments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How much of a sum each invoice gets: what it owes, never an even part. An invoice that gets
 * nothing is not named.
 */
final class Shares {

  private Shares() {}

  /**
   * Pays one after the other.
   *
   * @param left what there is, in minor units
   * @param owed what each invoice owes, in the order in which they are paid
   */
  static Map<UUID, Long> inOrder(long left, Map<UUID, Long> owed) {
    Map<UUID, Long> shares = new LinkedHashMap<>();
    long open = left;
    for (Map.Entry<UUID, Long> invoice : owed.entrySet()) {
      long share = Math.min(open, invoice.getValue());
      if (share > 0) {
        shares.put(invoice.getKey(), share);
        open -= share;
      }
    }
    return shares;
  }

  /**
   * Pays what was chosen, to the unit where an amount was said, else what is owed.
   *
   * @param left what there is
   * @param wanted what was chosen, each invoice once
   * @param owed what each of them owes
   * @throws PaymentException.MoreThanOwed if an invoice owes less than was said, or nothing
   * @throws PaymentException.TooLittleLeft if there is less than was said, or nothing for one
   */
  static Map<UUID, Long> chosen(long left, List<WantedAllocation> wanted, Map<UUID, Long> owed) {
    long open = left;
    for (WantedAllocation one : wanted) {
      long owes = owed.getOrDefault(one.invoiceId(), 0L);
      long said = one.amount() == null ? 0 : one.amount().minor();
      if (owes == 0 || said > owes) {
        throw new PaymentException.MoreThanOwed(owes);
      }
      if (said > open) {
        throw new PaymentException.TooLittleLeft(left);
      }
      open -= said;
    }
    Map<UUID, Long> shares = new LinkedHashMap<>();
    for (WantedAllocation one : wanted) {
      long share =
          one.amount() == null
              ? Math.min(open, owed.getOrDefault(one.invoiceId(), 0L))
              : one.amount().minor();
      if (share == 0) {
        throw new PaymentException.TooLittleLeft(left);
      }
      open -= one.amount() == null ? share : 0;
      shares.put(one.invoiceId(), share);
    }
    return shares;
  }

  /**
   * Pays what was chosen earlier, as far as it is still owed: nobody is there to be refused.
   *
   * @param left what there is
   * @param wanted what was chosen
   * @param owed what each invoice owes now; one that is not named owes nothing
   */
  static Map<UUID, Long> asFarAsOwed(
      long left, List<WantedAllocation> wanted, Map<UUID, Long> owed) {
    Map<UUID, Long> bounded = new LinkedHashMap<>();
    List<UUID> unsaid = new ArrayList<>();
    for (WantedAllocation one : wanted) {
      long owes = owed.getOrDefault(one.invoiceId(), 0L);
      if (one.amount() == null) {
        unsaid.add(one.invoiceId());
      } else {
        bounded.put(one.invoiceId(), Math.min(owes, one.amount().minor()));
      }
    }
    unsaid.forEach(id -> bounded.put(id, owed.getOrDefault(id, 0L)));
    return inOrder(left, bounded);
  }
}
