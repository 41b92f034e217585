package com.dotmac.platform.domain.partners.payouts;

import com.dotmac.platform.domain.partners.PartnerService;
import com.dotmac.platform.domain.partners.PartnerSettingsService;
import com.dotmac.platform.domain.partners.PartnerStatus;
import com.dotmac.platform.domain.partners.commissions.PayableSum;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides who is paid, and why others are not. */
final class PayoutChoice {

  private final BankAccountRepository accounts;
  private final PartnerSettingsService settings;

  PayoutChoice(TenantSessions sessions, PartnerSettingsService settings) {
    accounts = new BankAccountRepository(sessions);
    this.settings = settings;
  }

  /**
   * What becomes of each sum.
   *
   * @param statuses where the partners stand; who is missing is left out
   */
  List<ProposedPayout> of(
      TenantScope scope,
      Currency currency,
      List<PayableSum> sums,
      Map<UUID, PartnerStatus> statuses) {
    long minimum = settings.get(scope).payoutMinimum(currency).map(Money::minor).orElse(1L);
    Set<UUID> reachable = accounts.withAccount(scope, statuses.keySet());
    return sums.stream()
        .filter(sum -> statuses.containsKey(sum.partnerId()))
        .map(
            sum ->
                new ProposedPayout(
                    sum.partnerId(),
                    sum.lines(),
                    new Money(sum.amount(), currency),
                    reason(
                        sum.amount(),
                        minimum,
                        statuses.get(sum.partnerId()),
                        reachable.contains(sum.partnerId()))))
        .toList();
  }

  /** Why a partner as he stands now is not paid; empty if he is. */
  static Optional<WithheldReason> reasonOf(@Nullable PartnerStatus status) {
    if (status == PartnerStatus.SUSPENDED) {
      return Optional.of(WithheldReason.SUSPENDED);
    }
    return status == PartnerStatus.ACTIVE || status == PartnerStatus.TERMINATED
        ? Optional.empty()
        : Optional.of(WithheldReason.NOT_AT_WORK);
  }

  /** Refuses a partner who may not be paid now. */
  static void refuseUnlessPayable(PartnerService partners, TenantScope scope, UUID partnerId) {
    PartnerStatus status = partners.holdStatuses(scope, List.of(partnerId)).get(partnerId);
    reasonOf(status)
        .ifPresent(
            reason -> {
              throw new PayoutException.PartnerNotPayable(reason);
            });
  }

  private static @Nullable WithheldReason reason(
      long amount, long minimum, @Nullable PartnerStatus status, boolean reachable) {
    Optional<WithheldReason> standing = reasonOf(status);
    if (standing.isPresent()) {
      return standing.get();
    }
    if (amount <= 0) {
      return WithheldReason.NOT_POSITIVE;
    }
    if (amount < minimum) {
      return WithheldReason.BELOW_MINIMUM;
    }
    return reachable ? null : WithheldReason.NO_ACCOUNT;
  }
}
