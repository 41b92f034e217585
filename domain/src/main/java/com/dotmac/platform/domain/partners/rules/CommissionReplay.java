package com.dotmac.platform.domain.partners.rules;

import com.dotmac.platform.domain.shared.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Reckons what sales of one partner earn, one after the other in the order in which they were paid,
 * as if nothing had been sold before the first of them. Keeps nothing anywhere.
 */
final class CommissionReplay {

  private final ZoneId zone;
  private final Map<UUID, Instant> firstPayments = new HashMap<>();
  private final Map<Pool, Long> bases = new HashMap<>();

  /**
   * A replay.
   *
   * @param zone the tenant's
   */
  CommissionReplay(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * What the next sale earns.
   *
   * @param sale paid no earlier than those before
   * @param choice what decides about it
   */
  Earning next(Sale sale, Choice choice) {
    boolean first = firstPayments.putIfAbsent(sale.customerId(), sale.at()) == null;
    long amount = sale.amount().minor();
    long earned = 0;
    if (choice instanceof Choice.ByAccount agreed) {
      earned = CommissionFormula.ofRate(agreed.rate()).commission(amount, amount);
    } else if (choice instanceof Choice.ByPartner agreed) {
      earned = CommissionFormula.ofRate(agreed.rate()).commission(amount, amount);
    } else if (choice instanceof Choice.ByRule rule) {
      earned = byTerms(sale, rule.candidate().terms(), first);
    }
    return new Earning(choice, new Money(earned, sale.amount().currency()));
  }

  private long byTerms(Sale sale, Terms terms, boolean first) {
    if ((terms.firstPaymentOnly() && !first) || isOver(sale, terms)) {
      return 0;
    }
    CommissionFormula formula = CommissionFormula.of(terms);
    long amount = sale.amount().minor();
    if (terms.basis() == RuleBasis.INVOICE) {
      return formula.commission(amount, amount);
    }
    Instant from = PoolPeriod.of(terms.basis(), sale.at(), zone).from();
    Pool pool = new Pool(terms.versionId(), sale.amount().currency(), from);
    long before = bases.getOrDefault(pool, 0L);
    long after = Math.addExact(before, amount);
    bases.put(pool, after);
    return formula.commission(after, after) - formula.commission(before, before);
  }

  private boolean isOver(Sale sale, Terms terms) {
    if (terms.durationMonths() == null) {
      return false;
    }
    Instant anchor = firstPayments.getOrDefault(sale.customerId(), sale.at());
    return !sale.at().isBefore(DurationCap.endsAt(anchor, terms.durationMonths(), zone));
  }

  private record Pool(UUID versionId, Currency currency, Instant from) {}
}
