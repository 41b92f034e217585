package com.dotmac.platform.domain.partners.payouts;

import com.dotmac.platform.domain.partners.commissions.TakenLine;
import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.tenancy.CallContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** Rows of payouts and of their lines, any number of them by one statement. */
final class PayoutRows {

  private static final String PAYOUTS =
      """
      INSERT INTO partner_payouts
        (tenant_id, batch_id, currency, status, attempts, created_at, updated_at, version, id, partner_id, amount)
      SELECT ?, ?, ?, 'pending', 0, ?, ?, 0, * FROM unnest(?::uuid[], ?::uuid[], ?::bigint[])\
      """;

  private static final String LINES =
      """
      INSERT INTO partner_payout_lines (tenant_id, currency, id, payout_id, partner_id, commission_event_id, amount)
      SELECT ?, ?, * FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::bigint[])\
      """;

  private PayoutRows() {}

  static void insertPayouts(
      Connection connection, CallContext context, UUID batchId, List<PayoutSum> payouts)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PAYOUTS)) {
      statement.setObject(1, context.scope().tenantId());
      statement.setObject(2, batchId);
      statement.setString(3, payouts.get(0).amount().currency().getCurrencyCode());
      statement.setObject(4, context.at().atOffset(ZoneOffset.UTC));
      statement.setObject(5, context.at().atOffset(ZoneOffset.UTC));
      uuids(statement, 6, payouts.stream().map(PayoutSum::id).toList());
      uuids(statement, 7, payouts.stream().map(PayoutSum::partnerId).toList());
      amounts(statement, 8, payouts.stream().map(payout -> payout.amount().minor()).toList());
      statement.executeUpdate();
    }
  }

  static void insertLines(
      Connection connection, CallContext context, Currency currency, List<TakenLine> lines)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LINES)) {
      statement.setObject(1, context.scope().tenantId());
      statement.setString(2, currency.getCurrencyCode());
      uuids(statement, 3, lines.stream().map(line -> Identifiers.next(context.at())).toList());
      uuids(statement, 4, lines.stream().map(TakenLine::payoutId).toList());
      uuids(statement, 5, lines.stream().map(TakenLine::partnerId).toList());
      uuids(statement, 6, lines.stream().map(TakenLine::id).toList());
      amounts(statement, 7, lines.stream().map(TakenLine::amount).toList());
      statement.executeUpdate();
    }
  }

  private static void uuids(PreparedStatement statement, int place, Collection<UUID> values)
      throws SQLException {
    statement.setArray(place, statement.getConnection().createArrayOf("uuid", values.toArray()));
  }

  private static void amounts(PreparedStatement statement, int place, Collection<Long> values)
      throws SQLException {
    statement.setArray(place, statement.getConnection().createArrayOf("bigint", values.toArray()));
  }
}
