package com.dotmac.platform.app.partners.statements;

import com.dotmac.platform.app.http.MoneyJson;
import com.dotmac.platform.domain.partners.ledger.LedgerEntry;
import com.dotmac.platform.domain.partners.ledger.Movement;
import com.dotmac.platform.domain.partners.statements.ClosedPeriod;
import com.dotmac.platform.domain.partners.statements.PartnerStatement;
import com.dotmac.platform.domain.partners.statements.StatementPeriod;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Statements of partners on the wire. */
final class PartnerStatementJson {

  private PartnerStatementJson() {}

  /**
   * What closes months.
   *
   * @param month the last of them, as {@code 2026-03}
   */
  record Close(@NotNull @Pattern(regexp = "[0-9]{4}-(0[1-9]|1[0-2])") String month) {

    YearMonth upTo() {
      return YearMonth.parse(month);
    }
  }

  /**
   * What came of that.
   *
   * @param closed months that were not closed before, the first one first
   */
  record Closing(List<Closed> closed) {

    static Closing of(List<ClosedPeriod> periods) {
      return new Closing(periods.stream().map(Closed::of).toList());
    }
  }

  /**
   * A month that was closed.
   *
   * @param month as {@code 2026-03}
   * @param startsAt first instant of it
   * @param endsAt first instant after it
   * @param statements how many statements were made
   */
  record Closed(String month, Instant startsAt, Instant endsAt, int statements) {

    static Closed of(ClosedPeriod closed) {
      StatementPeriod period = closed.period();
      return new Closed(period.month().toString(), period.from(), period.to(), closed.statements());
    }
  }

  /**
   * What changed how much the partner is owed.
   *
   * @param movement what it was
   * @param amount by how much more he is owed; below zero: less
   */
  record Moved(Movement movement, MoneyJson amount) {}

  /**
   * A statement: the opening balance and all movements come to the closing balance, which is the
   * opening balance of the next month.
   *
   * @param partnerName what the partner was called when it was made
   * @param month as {@code 2026-03}
   * @param startsAt first instant of the month
   * @param endsAt first instant after it
   * @param timeZone in which the month ended
   * @param openingBalance what was owed to the partner at its start; below zero: he owed
   * @param movements one of each kind
   * @param closingBalance what was owed at its end: held, payable and in flight together
   * @param held what of that was not approved
   * @param payable what of that was approved and in no payout; below zero: is carried
   * @param inFlight what of that was in payouts that had not ended
   */
  record View(
      UUID id,
      UUID partnerId,
      String partnerNumber,
      String partnerName,
      String month,
      Instant startsAt,
      Instant endsAt,
      String timeZone,
      String currency,
      MoneyJson openingBalance,
      List<Moved> movements,
      MoneyJson closingBalance,
      MoneyJson held,
      MoneyJson payable,
      MoneyJson inFlight,
      Instant madeAt) {

    static View of(PartnerStatement statement) {
      StatementPeriod period = statement.period();
      return new View(
          statement.id(),
          statement.partnerId(),
          statement.partnerNumber(),
          statement.partnerName(),
          period.month().toString(),
          period.from(),
          period.to(),
          period.zone().getId(),
          statement.currency().getCurrencyCode(),
          MoneyJson.of(statement.openingBalance()),
          Arrays.stream(Movement.values())
              .map(one -> new Moved(one, MoneyJson.of(statement.amount(one))))
              .toList(),
          MoneyJson.of(statement.closingBalance()),
          MoneyJson.of(statement.held()),
          MoneyJson.of(statement.payable()),
          MoneyJson.of(statement.inFlight()),
          statement.madeAt());
    }
  }

  /**
   * An entry of the books that a movement adds up.
   *
   * @param amount by how much more the partner is owed; below zero: less
   * @param commissionEventId the line of commission that it is about
   * @param payoutId the payout that it is about
   * @param postedAt when it was entered, which decides the month that it is in
   */
  record Line(
      UUID id,
      MoneyJson amount,
      @Nullable UUID commissionEventId,
      @Nullable UUID payoutId,
      Instant postedAt) {

    static Line of(LedgerEntry entry) {
      return new Line(
          entry.id(),
          MoneyJson.of(entry.amount()),
          entry.commissionEventId(),
          entry.payoutId(),
          entry.postedAt());
    }
  }
}
