package com.dotmac.platform.it.migrator;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Puts one row into every table that has none, and a value into every column that has none, made
 * from the catalogue alone: a column of a reference takes the value of a row referred to, any other
 * the first of some candidates that the checks on it let pass.
 *
 * <p>Works as the administrator, whom row security does not hold.
 */
public final class BelievableRows {
  // Tables after those they refer to; what refers in a circle comes last, and fails with its name.
  private static final String TABLES =
      """
      SELECT c.oid::regclass::text
      FROM pg_class c
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND c.relname NOT IN ('databasechangelog', 'databasechangeloglock', 'migration_runs', 'migration_steps')
      ORDER BY (
        WITH RECURSIVE up (oid, depth) AS (
          SELECT c.oid, 0
          UNION
          SELECT k.confrelid, up.depth + 1 FROM up JOIN pg_constraint k ON k.conrelid = up.oid
          WHERE k.contype = 'f' AND k.confrelid <> k.conrelid AND up.depth < 20
        ) SELECT max(depth) FROM up), c.oid
      """;

  private static final String COLUMNS =
      """
      SELECT quote_ident(a.attname) AS name, format_type(a.atttypid, NULL) AS type,
        format_type(a.atttypid, a.atttypmod) AS exact_type, a.attnum,
        (SELECT string_agg('(' || pg_get_expr(k.conbin, k.conrelid) || ')', ' AND ') FROM pg_constraint k
         WHERE k.conrelid = a.attrelid AND k.contype = 'c' AND k.conkey = ARRAY[a.attnum]) AS checks,
        (SELECT array_agg(m[1]) FROM pg_constraint k,
           LATERAL regexp_matches(pg_get_expr(k.conbin, k.conrelid), '''([^'']*)''', 'g') m
         WHERE k.conrelid = a.attrelid AND k.contype = 'c' AND k.conkey = ARRAY[a.attnum]) AS literals,
        (SELECT format('SELECT %I FROM %s LIMIT 1', p.attname, k.confrelid::regclass)
         FROM pg_constraint k
         JOIN pg_attribute p ON p.attrelid = k.confrelid
           AND p.attnum = k.confkey[array_position(k.conkey, a.attnum)]
         WHERE k.conrelid = a.attrelid AND k.contype = 'f' AND a.attnum = ANY (k.conkey)
           AND k.confrelid <> k.conrelid
         ORDER BY cardinality(k.conkey) DESC LIMIT 1) AS source
      FROM pg_attribute a
      WHERE a.attrelid = ?::regclass AND a.attnum > 0 AND NOT a.attisdropped
        AND a.attgenerated = '' AND a.attidentity <> 'a'
        -- Of columns of which exactly one has a value, the first has it.
        AND NOT EXISTS (
          SELECT 1 FROM pg_constraint k WHERE k.conrelid = a.attrelid AND k.contype = 'c' AND a.attnum = ANY (k.conkey)
            AND pg_get_expr(k.conbin, k.conrelid) ~ '^\\(?num_nonnulls\\(.*\\) = 1\\)?$'
            AND a.attnum <> (SELECT min(member) FROM unnest(k.conkey) member))
      ORDER BY a.attnum
      """;

  /** Columns whose values only make sense together, as checks over several of them say. */
  private static final Map<String, Map<String, String>> TOGETHER =
      Map.ofEntries(
          Map.entry(
              "invoices",
              Map.of(
                  "status", "'partially_paid'",
                  "subtotal_amount", "7",
                  "discount_amount", "1",
                  "tax_amount", "2",
                  "total_amount", "8",
                  "paid_amount", "3",
                  "refunded_amount", "1",
                  "credited_amount", "2")),
          Map.entry(
              "invoice_lines",
              Map.of(
                  "quantity", "1",
                  "unit_amount", "7",
                  "discount_rate", "0.142857",
                  "tax_rate", "0.333333",
                  "gross_amount", "7",
                  "discount_amount", "1",
                  "tax_amount", "2")),
          Map.entry(
              "credit_notes",
              Map.of(
                  "status", "'partially_applied'",
                  "net_amount", "3",
                  "tax_amount", "2",
                  "total_amount", "5",
                  "applied_amount", "2")),
          Map.entry(
              "payments",
              Map.of(
                  "status", "'disputed'",
                  "amount", "7",
                  "allocated_amount", "3",
                  "refunded_amount", "1",
                  "disputed_amount", "1",
                  "charged_back_amount", "1")),
          Map.entry("payment_refunds", Map.of("status", "'succeeded'")),
          Map.entry("payment_disputes", Map.of("status", "'won'")),
          Map.entry(
              "partner_tier_moves",
              Map.of("from_tier", "'silver'", "to_tier", "'gold'", "cause", "'computed'")),
          Map.entry(
              "billing_subscriptions",
              Map.of(
                  "status", "'active'",
                  "next_plan_id", "NULL",
                  "paused_at", "NULL",
                  "ended_at", "NULL")),
          Map.entry(
              "partner_commission_versions",
              Map.of(
                  "model",
                  "'hybrid'",
                  "basis",
                  "'invoice'",
                  "rate",
                  "0.5",
                  "flat_amount",
                  "7",
                  "currency",
                  "'EUR'")),
          Map.entry(
              "partner_commission_scopes", Map.of("kind", "'customer'", "product_id", "NULL")),
          Map.entry("partner_payout_batches", Map.of("status", "'closed'")),
          Map.entry("partner_payouts", Map.of("status", "'completed'")),
          Map.entry(
              "partner_commission_terms",
              Map.of(
                  "source",
                  "'rule'",
                  "none_reason",
                  "NULL",
                  "commissionable_amount",
                  "7",
                  "base_amount",
                  "7")),
          Map.entry(
              "partner_commission_events",
              Map.of(
                  "kind",
                  "'accrual'",
                  "cause",
                  "'payment'",
                  "amount",
                  "7",
                  "reversed_amount",
                  "3",
                  "reverses_id",
                  "NULL",
                  "status",
                  "'paid'",
                  "blocked_at",
                  "NULL",
                  "blocked_reason",
                  "NULL")),
          Map.entry("partner_ledger_entries", Map.of("payout_id", "NULL")),
          Map.entry("partner_statement_periods", Map.of("month", "'2026-01-01'")),
          Map.entry(
              "partner_statements",
              Map.ofEntries(
                  Map.entry("month", "'2026-01-01'"),
                  Map.entry("opening_balance", "7"),
                  Map.entry("earned", "0"),
                  Map.entry("reversed", "0"),
                  Map.entry("adjusted", "0"),
                  Map.entry("written_off", "0"),
                  Map.entry("paid_out", "0"),
                  Map.entry("returned", "0"),
                  Map.entry("closing_balance", "7"),
                  Map.entry("held", "7"),
                  Map.entry("payable", "0"),
                  Map.entry("in_flight", "0"))),
          Map.entry("partner_exports", Map.of("status", "'expired'", "failure", "NULL")),
          Map.entry("partner_invitations", Map.of("status", "'accepted'")),
          Map.entry("partner_applications", Map.of("status", "'approved'")),
          Map.entry("partner_referrals", Map.of("status", "'converted'")));

  private final Connection connection;

  private BelievableRows(Connection connection) {
    this.connection = connection;
  }

  /** Fills what is empty, and leaves what has a value as it is. */
  public static void fill(Connection administrator) throws SQLException {
    BelievableRows rows = new BelievableRows(administrator);
    try (Statement statement = administrator.createStatement()) {
      // Rows of several tables belong together only once all of them are there.
      statement.execute("SET session_replication_role TO replica");
      for (String table : rows.list(TABLES)) {
        rows.fill(table);
      }
      statement.execute("SET session_replication_role TO DEFAULT");
    }
  }

  /** A digest of the rows of each table. */
  public static Map<String, String> digests(Connection administrator) throws SQLException {
    BelievableRows rows = new BelievableRows(administrator);
    Map<String, String> digests = new LinkedHashMap<>();
    for (String table : rows.list(TABLES)) {
      String rowsOf = "SELECT md5(string_agg(t::text, ',' ORDER BY t::text)) FROM " + table + " t";
      digests.put(table, String.valueOf(rows.value(rowsOf)));
    }
    return digests;
  }

  private void fill(String table) throws SQLException {
    boolean empty = Objects.equals(value("SELECT count(*) FROM " + table), "0");
    Map<String, String> values = new LinkedHashMap<>();
    try (PreparedStatement columns = connection.prepareStatement(COLUMNS)) {
      columns.setString(1, table);
      try (ResultSet column = columns.executeQuery()) {
        while (column.next()) {
          String name = column.getString("name");
          String filled = "SELECT count(%s) FROM %s".formatted(name, table);
          if (empty || Objects.equals(value(filled), "0")) {
            values.put(name, expression(table, column));
          }
        }
      }
    }
    try (Statement statement = connection.createStatement()) {
      if (empty) {
        statement.execute(
            "INSERT INTO %s (%s) VALUES (%s)"
                .formatted(
                    table, String.join(", ", values.keySet()), String.join(", ", values.values())));
      } else {
        for (Map.Entry<String, String> value : values.entrySet()) {
          statement.execute(
              "UPDATE %s SET %s = %s".formatted(table, value.getKey(), value.getValue()));
        }
      }
    }
  }

  private String expression(String table, ResultSet column) throws SQLException {
    String together = TOGETHER.getOrDefault(table, Map.of()).get(column.getString("name"));
    if (together != null) {
      return together;
    }
    String source = column.getString("source");
    if (source != null) {
      return "(" + source + ")";
    }
    String name = column.getString("name");
    String type = column.getString("type");
    String checks = column.getString("checks");
    for (String candidate : candidates(type, column)) {
      String value = candidate + "::" + column.getString("exact_type");
      if (checks == null
          || Objects.equals(
              value("SELECT %s FROM (SELECT %s AS %s) row".formatted(checks, value, name)), "t")) {
        return value;
      }
    }
    throw new AssertionError(
        "No candidate passes the checks of %s.%s: %s; add one to BelievableRows"
            .formatted(table, name, checks));
  }

  private static List<String> candidates(String type, ResultSet column) throws SQLException {
    List<String> candidates = new ArrayList<>();
    if (column.getArray("literals") != null) {
      for (String literal : (String[]) column.getArray("literals").getArray()) {
        candidates.add("'" + literal + "'");
      }
    }
    String instant = "'2026-01-01 00:00Z'::timestamptz + %d * interval '1 hour'";
    int place = column.getInt("attnum");
    switch (type) {
      case "uuid" -> candidates.add(0, "gen_random_uuid()");
      case "integer", "bigint", "smallint" ->
          candidates.addAll(List.of("'7'", "'1'", "'0'", "'201'"));
      case "numeric" -> candidates.addAll(List.of("'0.5'", "'7'"));
      case "boolean" -> candidates.add("false");
      case "bytea" -> candidates.addAll(List.of("sha256('x')", "'\\x01'"));
      case "jsonb", "json" -> candidates.addAll(List.of("'{\"a\": 1}'", "'[]'"));
      case "date" -> candidates.add("('2026-01-01'::date + " + place + ")");
      case "timestamp with time zone", "timestamp without time zone" ->
          candidates.add("(" + instant.formatted(place) + ")");
      case "inet" -> candidates.add("'192.0.2.1'");
      default ->
          candidates.addAll(
              type.endsWith("[]")
                  ? List.of("'{a}'", "'{1}'")
                  : List.of(
                      "'a'",
                      "'ab'",
                      "'EUR'",
                      "'DE'",
                      "'a@b.test'",
                      "'a.b'",
                      "'https://a.test'",
                      "'1'",
                      "repeat('0', 64)"));
    }
    return candidates;
  }

  private List<String> list(String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        values.add(row.getString(1));
      }
    }
    return values;
  }

  /** The one value of a query; {@code null} too when the query cannot be computed. */
  private @Nullable String value(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.next() ? row.getString(1) : null;
    } catch (SQLException e) {
      // A literal of a check need not be a value of the column: a pattern is none.
      if (e.getSQLState().startsWith("22")) {
        return null;
      }
      throw e;
    }
  }
}
