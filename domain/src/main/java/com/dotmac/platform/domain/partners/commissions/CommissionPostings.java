package com.dotmac.platform.domain.partners.commissions;

import com.dotmac.platform.domain.partners.ledger.LedgerAccount;
import com.dotmac.platform.domain.partners.ledger.LedgerDraft;
import com.dotmac.platform.domain.partners.ledger.LedgerKind;
import com.dotmac.platform.domain.partners.ledger.Posting;
import com.dotmac.platform.domain.shared.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How steps of lines are entered into the books. */
final class CommissionPostings {

  private CommissionPostings() {}

  /** Lines were approved: what was held is to be paid out. One transaction for each partner. */
  static List<LedgerDraft> approved(List<CommissionEvent> events) {
    Map<Books, List<Posting>> postings = new LinkedHashMap<>();
    for (CommissionEvent event : events) {
      Money amount = event.amount();
      if (!amount.isZero()) {
        List<Posting> of =
            postings.computeIfAbsent(
                new Books(event.partnerId(), amount.currency()), unused -> new ArrayList<>());
        of.add(Posting.ofCommission(LedgerAccount.HELD, amount.minor(), event.id()));
        of.add(Posting.ofCommission(LedgerAccount.PAYABLE, -amount.minor(), event.id()));
      }
    }
    return postings.entrySet().stream()
        .map(
            entry ->
                new LedgerDraft(
                    entry.getKey().partnerId,
                    entry.getKey().currency,
                    LedgerKind.RELEASE,
                    entry.getValue()))
        .toList();
  }

  /** A line was written by hand. */
  static LedgerDraft written(CommissionEvent event) {
    boolean writeOff = event.kind() == CommissionKind.WRITE_OFF;
    return LedgerDraft.ofCommission(
        event.partnerId(),
        event.amount().currency(),
        writeOff ? LedgerKind.WRITE_OFF : LedgerKind.ADJUSTMENT,
        writeOff ? LedgerAccount.WRITTEN_OFF : LedgerAccount.EXPENSE,
        LedgerAccount.HELD,
        event.amount().minor(),
        event.id());
  }

  /** A line counts no more: what is left of it goes back where it came from. */
  static LedgerDraft cancelled(CommissionEvent event, Money left, boolean held) {
    return LedgerDraft.ofCommission(
        event.partnerId(),
        left.currency(),
        LedgerKind.CANCELLATION,
        held ? LedgerAccount.HELD : LedgerAccount.PAYABLE,
        event.kind() == CommissionKind.WRITE_OFF
            ? LedgerAccount.WRITTEN_OFF
            : LedgerAccount.EXPENSE,
        left.minor(),
        event.id());
  }

  private record Books(UUID partnerId, Currency currency) {}
}
