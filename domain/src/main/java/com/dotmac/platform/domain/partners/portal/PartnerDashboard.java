package com.dotmac.platform.domain.partners.portal;

import com.dotmac.platform.domain.partners.ledger.Balances;
import com.dotmac.platform.domain.partners.ledger.LedgerTurnovers.Span;
import com.dotmac.platform.domain.partners.ledger.Turnover;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a partner stands.
 *
 * @param thisMonth the month that it is, in the zone of the tenant
 * @param lastMonth the one before
 * @param money by currency; none: nothing was ever entered
 * @param accounts how many customers he looks after
 * @param openReferrals how many referrals are not closed
 */
public record PartnerDashboard(
    Span thisMonth, Span lastMonth, List<InCurrency> money, long accounts, long openReferrals) {

  /**
   * How he stands in a currency.
   *
   * @param balances what the books say
   * @param thisMonth what was entered this month
   * @param lastMonth what was entered last month
   * @param nextRelease when the first of what is held can be approved; {@code null}: nothing is
   *     held, or it is blocked
   */
  public record InCurrency(
      Balances balances, Turnover thisMonth, Turnover lastMonth, @Nullable Instant nextRelease) {}
}
