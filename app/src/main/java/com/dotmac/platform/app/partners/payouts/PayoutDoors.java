package com.dotmac.platform.app.partners.payouts;

import com.dotmac.platform.domain.partners.PartnerService;
import com.dotmac.platform.domain.partners.payouts.BankAccountService;
import com.dotmac.platform.domain.partners.payouts.PayoutBatchService;
import com.dotmac.platform.domain.partners.payouts.PayoutDispatch;
import com.dotmac.platform.domain.partners.payouts.PayoutProviders;
import com.dotmac.platform.domain.partners.payouts.PayoutService;
import com.dotmac.platform.domain.partners.payouts.PayoutSettlementService;
import com.dotmac.platform.domain.partners.payouts.TransferService;
import com.dotmac.platform.domain.sealing.Seals;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.TenantSessions;

/**
 * The doors to payouts, put together once.
 *
 * @param batches what is paid together
 * @param payouts what each partner is paid
 * @param accounts where to, and where from
 * @param transfers what people are to move
 * @param settlements what providers say
 * @param providers who moves money
 */
public record PayoutDoors(
    PayoutBatchService batches,
    PayoutService payouts,
    BankAccountService accounts,
    TransferService transfers,
    PayoutSettlementService settlements,
    PayoutProviders providers) {

  /**
   * Doors to one database.
   *
   * @param sessions where the current session comes from
   * @param seals keeps numbers of accounts
   * @param providers who moves money
   * @param dispatch has providers asked
   * @param audit where acts are recorded
   */
  public static PayoutDoors of(
      TenantSessions sessions,
      Seals seals,
      PayoutProviders providers,
      PayoutDispatch dispatch,
      AuditTrail audit) {
    PartnerService partners = new PartnerService(sessions, audit);
    return new PayoutDoors(
        new PayoutBatchService(sessions, partners, providers, dispatch, audit),
        new PayoutService(sessions, partners, providers, dispatch, audit),
        new BankAccountService(sessions, partners, seals, audit),
        new TransferService(sessions, providers, seals),
        new PayoutSettlementService(sessions, providers, seals, audit),
        providers);
  }
}
