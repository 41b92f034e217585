package com.dotmac.platform.it.walk;

import com.dotmac.platform.it.harness.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a tenant has in each table, as a digest, seen by the administrator, whom row security does
 * not hold. Tables are found in the catalogue; one without a tenant's column has no tenant's rows.
 */
final class TableDigests implements AutoCloseable {
  private static final String TABLES =
      """
      SELECT c.relname, CASE WHEN a.attname IS NULL THEN 'id' ELSE 'tenant_id' END
      FROM pg_class c
      LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
        AND (a.attname IS NOT NULL OR c.relname = 'tenants')
      ORDER BY c.relname
      """;

  private final Connection administrator;
  private final String question;
  private final List<String> tables = new ArrayList<>();

  /** Looks into this database. */
  TableDigests(TestDatabase database) throws SQLException {
    administrator = database.connectAsAdministrator();
    List<String> questions = new ArrayList<>();
    try (Statement statement = administrator.createStatement();
        ResultSet tables = statement.executeQuery(TABLES)) {
      while (tables.next()) {
        this.tables.add(tables.getString(1));
        questions.add(
            """
            SELECT '%1$s', count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '')
            FROM %1$s t WHERE %2$s = '{}'
            """
                .formatted(tables.getString(1), tables.getString(2)));
      }
    }
    question = String.join(" UNION ALL ", questions);
  }

  /** Count and digest of the tenant's rows, by table. */
  Map<String, String> of(UUID tenant) throws SQLException {
    Map<String, String> digests = new TreeMap<>();
    try (Statement statement = administrator.createStatement();
        ResultSet rows = statement.executeQuery(question.replace("{}", tenant.toString()))) {
      while (rows.next()) {
        digests.put(rows.getString(1), rows.getString(2));
      }
    }
    return digests;
  }

  /** How many rows all tenants have together, by table. */
  Map<String, Long> counts() throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    try (Statement statement = administrator.createStatement()) {
      for (String table : tables) {
        try (ResultSet count = statement.executeQuery("SELECT count(*) FROM " + table)) {
          count.next();
          counts.put(table, count.getLong(1));
        }
      }
    }
    return counts;
  }

  @Override
  public void close() throws SQLException {
    administrator.close();
  }
}
