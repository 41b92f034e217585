package com.dotmac.platform.domain.partners.portal;

import com.dotmac.platform.domain.partners.PartnerAccountService;
import com.dotmac.platform.domain.partners.commissions.ReleaseDates;
import com.dotmac.platform.domain.partners.ledger.Balances;
import com.dotmac.platform.domain.partners.ledger.LedgerBalances;
import com.dotmac.platform.domain.partners.ledger.LedgerTurnovers;
import com.dotmac.platform.domain.partners.ledger.LedgerTurnovers.Span;
import com.dotmac.platform.domain.partners.ledger.Turnover;
import com.dotmac.platform.domain.partners.portal.PartnerDashboard.InCurrency;
import com.dotmac.platform.domain.partners.referrals.ReferralService;
import com.dotmac.platform.domain.partners.rules.PoolPeriod;
import com.dotmac.platform.domain.partners.rules.RuleBasis;
import com.dotmac.platform.domain.tenancy.TenantException;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The door to how a partner stands: from the books, in a number of statements that grows with
 * nothing. Only reads.
 */
public final class PartnerDashboardService {

  private final TenantService tenants;
  private final PartnerAccountService accounts;
  private final ReferralService referrals;
  private final LedgerBalances balances;
  private final LedgerTurnovers turnovers;
  private final ReleaseDates releases;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param tenants knows the zone
   * @param accounts counts customers
   * @param referrals counts referrals
   */
  public PartnerDashboardService(
      TenantSessions sessions,
      TenantService tenants,
      PartnerAccountService accounts,
      ReferralService referrals) {
    this.tenants = tenants;
    this.accounts = accounts;
    this.referrals = referrals;
    balances = new LedgerBalances(sessions);
    turnovers = new LedgerTurnovers(sessions);
    releases = new ReleaseDates(sessions);
  }

  /**
   * How a partner stands.
   *
   * @param at now
   * @throws TenantException.NotFound if the tenant was never registered
   */
  public PartnerDashboard of(TenantScope scope, UUID partnerId, Instant at) {
    ZoneId zone = tenants.get(scope).timeZone();
    Span thisMonth = month(at, zone);
    Span lastMonth = month(thisMonth.from().minusNanos(1), zone);
    List<Balances> books = balances.of(scope, partnerId, null);
    List<Currency> currencies = books.stream().map(Balances::currency).toList();
    List<Turnover> sums = turnovers.of(scope, partnerId, currencies, List.of(thisMonth, lastMonth));
    Map<Currency, Instant> next = releases.next(scope, partnerId, currencies);
    return new PartnerDashboard(
        thisMonth,
        lastMonth,
        books.stream()
            .map(
                stand ->
                    new InCurrency(
                        stand,
                        in(sums, stand.currency(), thisMonth),
                        in(sums, stand.currency(), lastMonth),
                        next.get(stand.currency())))
            .toList(),
        accounts.countRunning(scope, partnerId, at),
        referrals.countOpen(scope, partnerId));
  }

  private static Span month(Instant at, ZoneId zone) {
    PoolPeriod month = PoolPeriod.of(RuleBasis.MONTH, at, zone);
    return new Span(month.from(), month.to());
  }

  private static Turnover in(List<Turnover> sums, Currency currency, Span span) {
    return sums.stream()
        .filter(one -> one.currency().equals(currency) && one.from().equals(span.from()))
        .findFirst()
        .orElseGet(() -> Turnover.none(currency, span.from()));
  }
}
