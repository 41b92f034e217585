package com.dotmac.platform.domain.partners.commissions;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What the lines of a partner that can be paid out come to, in one currency.
 *
 * @param partnerId whose
 * @param lines how many there are, those of what was lost included
 * @param amount their sum in minor units; may be negative
 */
public record PayableSum(UUID partnerId, long lines, long amount) {

  /**
   * What lines come to, by partner.
   *
   * @param lines of one currency
   * @throws ArithmeticException if a sum does not fit
   */
  public static List<PayableSum> of(Collection<PayableLine> lines) {
    Map<UUID, PayableSum> sums = new TreeMap<>();
    for (PayableLine line : lines) {
      sums.merge(
          line.partnerId(), new PayableSum(line.partnerId(), 1, line.amount()), PayableSum::plus);
    }
    return List.copyOf(sums.values());
  }

  private PayableSum plus(PayableSum other) {
    return new PayableSum(
        partnerId, Math.addExact(lines, other.lines), Math.addExact(amount, other.amount));
  }
}
