package com.dotmac.platform.domain.partners.statements;

import com.dotmac.platform.domain.partners.ledger.Movements;
import com.dotmac.platform.domain.tenancy.TenantSql.Column;
import java.util.List;
import java.util.UUID;

/**
 * A statement that is to be made.
 *
 * @param id identifier
 * @param at where the partner stood at the start of the month
 * @param movements what changed
 */
record StatementRow(UUID id, Standing at, Movements movements) {

  /** Its columns, as the table has them. */
  static final List<Column<StatementRow>> COLUMNS =
      List.of(
          new Column<>("id", "uuid", StatementRow::id),
          new Column<>("partner_id", "uuid", row -> row.movements.partnerId()),
          new Column<>("currency", "text", row -> row.movements.currency().getCurrencyCode()),
          new Column<>("opening_balance", "bigint", row -> row.at.balance()),
          new Column<>("earned", "bigint", row -> row.movements.earned()),
          new Column<>("reversed", "bigint", row -> row.movements.reversed()),
          new Column<>("adjusted", "bigint", row -> row.movements.adjusted()),
          new Column<>("written_off", "bigint", row -> row.movements.writtenOff()),
          new Column<>("paid_out", "bigint", row -> row.movements.paidOut()),
          new Column<>("returned", "bigint", row -> row.movements.returned()),
          new Column<>("closing_balance", "bigint", row -> row.end().balance()),
          new Column<>("held", "bigint", row -> row.end().held()),
          new Column<>("payable", "bigint", row -> row.end().payable()),
          new Column<>("in_flight", "bigint", row -> row.end().inFlight()));

  private Standing end() {
    return new Standing(
        Math.addExact(at.held(), movements.held()),
        Math.addExact(at.payable(), movements.payable()),
        Math.addExact(at.inFlight(), movements.inFlight()));
  }

  /**
   * Where what a partner is owed is, in minor units.
   *
   * @param held not approved yet
   * @param payable approved and in no payout; negative: carried
   * @param inFlight in payouts that have not ended
   */
  record Standing(long held, long payable, long inFlight) {

    /** Nowhere. */
    static final Standing NOTHING = new Standing(0, 0, 0);

    long balance() {
      return Math.addExact(Math.addExact(held, payable), inFlight);
    }
  }
}
