package com.dotmac.platform.domain.partners;

import com.dotmac.platform.domain.shared.ConstraintRefusals;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.shared.VersionConflictException;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The queries over {@code partner_settings} and {@code partner_payout_minimums}. */
final class PartnerSettingsRepository {

  /** Two who settle for the first time at once: one of them has not read what the other wrote. */
  private static final ConstraintRefusals REFUSALS =
      new ConstraintRefusals(Map.of("pk_partner_settings", VersionConflictException::new));

  private final TenantSessions sessions;

  PartnerSettingsRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  Optional<PartnerSettings> find(TenantScope scope) {
    return Optional.ofNullable(sessions.of(scope).find(PartnerSettings.class, scope.tenantId()));
  }

  List<Money> minimums(TenantScope scope) {
    return rows(scope).stream().map(PayoutMinimum::least).toList();
  }

  /**
   * The row of settings first, so that whoever settles at the same time waits and is refused.
   *
   * @param read the row as it was read; {@code null}: there was none
   */
  PartnerSettings settle(
      CallContext context, @Nullable PartnerSettings read, PartnerPolicy wanted) {
    Session session = sessions.of(context.scope());
    PartnerSettings row = read == null ? new PartnerSettings(context, wanted) : read;
    if (read == null) {
      session.persist(row);
    } else {
      row.settle(wanted, context.at());
    }
    REFUSALS.flush(session);
    Map<Currency, Money> open = new HashMap<>();
    wanted.payoutMinimums().forEach(minimum -> open.put(minimum.currency(), minimum));
    for (PayoutMinimum kept : rows(context.scope())) {
      @Nullable Money least = open.remove(kept.least().currency());
      if (least == null) {
        session.remove(kept);
      } else {
        kept.become(least);
      }
    }
    open.values().forEach(minimum -> session.persist(new PayoutMinimum(context, minimum)));
    session.flush();
    return row;
  }

  private List<PayoutMinimum> rows(TenantScope scope) {
    return sessions
        .of(scope)
        .createSelectionQuery("from PayoutMinimum", PayoutMinimum.class)
        .getResultList();
  }
}
