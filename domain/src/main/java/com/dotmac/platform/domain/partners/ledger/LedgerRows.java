package com.dotmac.platform.domain.partners.ledger;

import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.tenancy.CallContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of any number of transactions, column by column, as PostgreSQL takes them at once. */
final class LedgerRows {

  private static final String TRANSACTIONS =
      """
      INSERT INTO partner_ledger_transactions (tenant_id, posted_at, id, partner_id, currency, kind)
      SELECT ?, ?, * FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[])\
      """;

  private static final String ENTRIES =
      """
      INSERT INTO partner_ledger_entries
        (tenant_id, posted_at, id, transaction_id, partner_id, currency, account, amount, commission_event_id, payout_id)
      SELECT ?, ?, *
      FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::uuid[], ?::uuid[])\
      """;

  private final CallContext context;
  private final Columns transactions = new Columns(4);
  private final Columns entries = new Columns(8);

  LedgerRows(CallContext context) {
    this.context = context;
  }

  void add(LedgerDraft draft) {
    UUID transactionId = Identifiers.next(context.at());
    String currency = draft.currency().getCurrencyCode();
    transactions.add(transactionId, draft.partnerId(), currency, draft.kind().code());
    for (Posting posting : draft.postings()) {
      entries.add(
          Identifiers.next(context.at()),
          transactionId,
          draft.partnerId(),
          currency,
          posting.account().code(),
          posting.amount(),
          posting.commissionEventId(),
          posting.payoutId());
    }
  }

  void insert(Connection connection) throws SQLException {
    insert(connection, TRANSACTIONS, transactions, "uuid", "uuid", "text", "text");
    insert(
        connection,
        ENTRIES,
        entries,
        "uuid",
        "uuid",
        "uuid",
        "text",
        "text",
        "bigint",
        "uuid",
        "uuid");
  }

  private void insert(Connection connection, String sql, Columns columns, String... types)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, context.scope().tenantId());
      statement.setObject(2, context.at().atOffset(ZoneOffset.UTC));
      for (int column = 0; column < types.length; column++) {
        statement.setArray(
            column + 3, connection.createArrayOf(types[column], columns.values(column)));
      }
      statement.executeUpdate();
    }
  }

  private static final class Columns {
    private final List<List<@Nullable Object>> columns = new ArrayList<>();

    Columns(int count) {
      for (int column = 0; column < count; column++) {
        columns.add(new ArrayList<>());
      }
    }

    void add(@Nullable Object... row) {
      for (int column = 0; column < row.length; column++) {
        columns.get(column).add(row[column]);
      }
    }

    @Nullable Object[] values(int column) {
      return columns.get(column).toArray();
    }
  }
}
