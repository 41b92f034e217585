package com.dotmac.platform.domain.partners.payouts;

import com.dotmac.platform.domain.partners.commissions.PayableLines;
import com.dotmac.platform.domain.partners.ledger.Ledger;
import com.dotmac.platform.domain.partners.ledger.LedgerAccount;
import com.dotmac.platform.domain.partners.ledger.LedgerDraft;
import com.dotmac.platform.domain.partners.ledger.LedgerKind;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.time.Instant;
import java.util.List;

/** Moves the lines of payouts and enters that into the books, always the two together. */
final class PayoutBooks {

  private final PayableLines lines;
  private final Ledger ledger;

  PayoutBooks(TenantSessions sessions) {
    lines = new PayableLines(sessions);
    ledger = new Ledger(sessions);
  }

  PayableLines lines() {
    return lines;
  }

  /** The lines were taken. */
  void reserved(CallContext context, List<PayoutSum> payouts) {
    post(
        context,
        payouts,
        LedgerKind.PAYOUT_RESERVED,
        LedgerAccount.PAYABLE,
        LedgerAccount.IN_FLIGHT);
  }

  /** The money reached the partners. */
  void completed(CallContext context, List<PayoutSum> payouts, Instant reachedAt) {
    lines.settle(context.scope(), payouts.stream().map(PayoutSum::id).toList(), reachedAt);
    post(
        context, payouts, LedgerKind.PAYOUT_COMPLETED, LedgerAccount.IN_FLIGHT, LedgerAccount.PAID);
  }

  /** The payouts came to nothing: their lines are free. */
  void released(CallContext context, List<PayoutSum> payouts) {
    lines.release(context.scope(), payouts.stream().map(PayoutSum::id).toList());
    post(
        context,
        payouts,
        LedgerKind.PAYOUT_RELEASED,
        LedgerAccount.IN_FLIGHT,
        LedgerAccount.PAYABLE);
  }

  /** The money had reached the partner and came back: the lines are free. */
  void returned(CallContext context, PayoutSum payout) {
    lines.release(context.scope(), List.of(payout.id()));
    post(
        context,
        List.of(payout),
        LedgerKind.PAYOUT_RETURNED,
        LedgerAccount.PAID,
        LedgerAccount.PAYABLE);
  }

  private void post(
      CallContext context,
      List<PayoutSum> payouts,
      LedgerKind kind,
      LedgerAccount debit,
      LedgerAccount credit) {
    ledger.post(
        context,
        payouts.stream()
            .map(
                payout ->
                    LedgerDraft.ofPayout(
                        payout.partnerId(),
                        payout.amount().currency(),
                        kind,
                        debit,
                        credit,
                        payout.amount().minor(),
                        payout.id()))
            .toList());
  }
}
