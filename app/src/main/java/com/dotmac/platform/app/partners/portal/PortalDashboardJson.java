package com.dotmac.platform.app.partners.portal;

import com.dotmac.platform.app.http.MoneyJson;
import com.dotmac.platform.domain.partners.ledger.Balances;
import com.dotmac.platform.domain.partners.ledger.LedgerTurnovers.Span;
import com.dotmac.platform.domain.partners.ledger.Turnover;
import com.dotmac.platform.domain.partners.portal.PartnerDashboard;
import com.dotmac.platform.domain.shared.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the partner stands, on the wire. */
final class PortalDashboardJson {

  private PortalDashboardJson() {}

  /**
   * How the partner stands.
   *
   * @param thisMonth the month that it is, in the zone of the tenant
   * @param lastMonth the one before
   * @param money by currency
   * @param accounts how many customers he looks after
   * @param openReferrals how many referrals are not closed
   */
  record View(
      Month thisMonth, Month lastMonth, List<InCurrency> money, long accounts, long openReferrals) {

    static View of(PartnerDashboard dashboard) {
      return new View(
          Month.of(dashboard.thisMonth()),
          Month.of(dashboard.lastMonth()),
          dashboard.money().stream().map(InCurrency::of).toList(),
          dashboard.accounts(),
          dashboard.openReferrals());
    }
  }

  /**
   * A month.
   *
   * @param from first instant of it
   * @param to first instant after it
   */
  record Month(Instant from, Instant to) {

    private static Month of(Span span) {
      return new Month(span.from(), span.to());
    }
  }

  /**
   * How he stands in a currency, by the books.
   *
   * @param currency code of ISO 4217
   * @param held not approved yet
   * @param payable approved and in no payout
   * @param inFlight in payouts that have not ended
   * @param paid left the house
   * @param carried what he owes, and is taken from the next payout
   * @param thisMonth what was entered this month
   * @param lastMonth what was entered last month
   * @param nextReleaseAt when the first of what is held can be approved; before now: it waits for
   *     somebody to approve it
   */
  record InCurrency(
      String currency,
      MoneyJson held,
      MoneyJson payable,
      MoneyJson inFlight,
      MoneyJson paid,
      MoneyJson carried,
      Entered thisMonth,
      Entered lastMonth,
      @Nullable Instant nextReleaseAt) {

    private static InCurrency of(PartnerDashboard.InCurrency money) {
      Balances stand = money.balances();
      Currency currency = stand.currency();
      return new InCurrency(
          currency.getCurrencyCode(),
          json(stand.held(), currency),
          json(stand.payable(), currency),
          json(stand.inFlight(), currency),
          json(stand.paid(), currency),
          json(stand.carried(), currency),
          Entered.of(money.thisMonth()),
          Entered.of(money.lastMonth()),
          money.nextRelease());
    }
  }

  /**
   * What was entered of his earnings.
   *
   * @param earned all that was earned
   * @param reversed what was lost again, or cancelled
   * @param adjusted what was added by hand, less what was taken off
   */
  record Entered(MoneyJson earned, MoneyJson reversed, MoneyJson adjusted) {

    private static Entered of(Turnover turnover) {
      Currency currency = turnover.currency();
      return new Entered(
          json(turnover.earned(), currency),
          json(turnover.reversed(), currency),
          json(turnover.adjusted(), currency));
    }
  }

  private static MoneyJson json(long minor, Currency currency) {
    return MoneyJson.of(new Money(minor, currency));
  }
}
