package com.dotmac.platform.app.partners.commissions;

import com.dotmac.platform.app.http.MoneyJson;
import com.dotmac.platform.domain.partners.commissions.Reconciliation;
import com.dotmac.platform.domain.partners.ledger.Balances;
import com.dotmac.platform.domain.partners.ledger.LedgerAccount;
import com.dotmac.platform.domain.partners.ledger.LedgerEntry;
import com.dotmac.platform.domain.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The books of partners on the wire. */
final class PartnerBooksJson {

  private PartnerBooksJson() {}

  /**
   * The proof of what is owed, in each currency by itself.
   *
   * @param items by currency
   */
  record Proof(List<InCurrency> items) {

    static Proof of(List<Reconciliation> reconciliations) {
      return new Proof(reconciliations.stream().map(InCurrency::of).toList());
    }
  }

  /**
   * What was earned in a currency, and where it is: {@code earned - reversed + adjusted +
   * writtenOff = held + payable - carried + inFlight + paid}.
   *
   * @param currency code of ISO 4217
   * @param drift by how much the books differ from the lines and payouts, which is nothing unless
   *     somebody has been at the database
   * @param books what the ledger says
   * @param lines what the lines of commission and the payouts say by themselves
   */
  record InCurrency(String currency, MoneyJson drift, Figures books, Figures lines) {

    static InCurrency of(Reconciliation reconciliation) {
      Balances books = reconciliation.books();
      return new InCurrency(
          books.currency().getCurrencyCode(),
          MoneyJson.of(new Money(reconciliation.drift(), books.currency())),
          Figures.of(books),
          Figures.of(reconciliation.lines()));
    }
  }

  /**
   * Figures of one side.
   *
   * @param earned all that was ever earned
   * @param reversed what of it was lost again, or cancelled
   * @param adjusted what was added by hand, less what was taken off
   * @param writtenOff what partners were let off
   * @param held not approved yet
   * @param payable approved and in no payout
   * @param inFlight in payouts that have not ended
   * @param paid left the house
   * @param carried what is owed back, and taken from the next payout
   */
  record Figures(
      MoneyJson earned,
      MoneyJson reversed,
      MoneyJson adjusted,
      MoneyJson writtenOff,
      MoneyJson held,
      MoneyJson payable,
      MoneyJson inFlight,
      MoneyJson paid,
      MoneyJson carried) {

    static Figures of(Balances of) {
      return new Figures(
          money(of, of.earned()),
          money(of, of.reversed()),
          money(of, of.adjusted()),
          money(of, of.writtenOff()),
          money(of, of.held()),
          money(of, of.payable()),
          money(of, of.inFlight()),
          money(of, of.paid()),
          money(of, of.carried()));
    }

    private static MoneyJson money(Balances of, long minor) {
      return MoneyJson.of(new Money(minor, of.currency()));
    }
  }

  /**
   * An entry of the books.
   *
   * @param transactionId the transaction, whose entries come to nothing
   * @param amount above zero: debit, below: credit
   * @param commissionEventId the line that it is about
   * @param payoutId the payout that it is about
   */
  record Entry(
      UUID id,
      UUID transactionId,
      UUID partnerId,
      LedgerAccount account,
      MoneyJson amount,
      @Nullable UUID commissionEventId,
      @Nullable UUID payoutId,
      Instant postedAt) {

    static Entry of(LedgerEntry entry) {
      return new Entry(
          entry.id(),
          entry.transactionId(),
          entry.partnerId(),
          entry.account(),
          MoneyJson.of(entry.amount()),
          entry.commissionEventId(),
          entry.payoutId(),
          entry.postedAt());
    }
  }
}
