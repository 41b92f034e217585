package com.dotmac.platform.it.bench;

import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.it.harness.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Tenants with partner programmes of some size, as rows, and facts that were told nobody. */
final class ProgrammeData {
  private final TestDatabase database;
  private final Path jar;

  /**
   * The data of a database.
   *
   * @param database where
   * @param jar the app, whose commands make tenants and keys
   */
  ProgrammeData(TestDatabase database, Path jar) throws SQLException {
    this.database = database;
    this.jar = jar;
    administer(
        "CREATE SCHEMA bench",
        "GRANT USAGE ON SCHEMA bench TO PUBLIC",
        "CREATE TABLE bench.partner (tenant_id uuid NOT NULL, n integer NOT NULL, id uuid NOT NULL,"
            + " customer_id uuid NOT NULL, account_id uuid NOT NULL, payee_id uuid NOT NULL,"
            + " payout_id uuid NOT NULL, PRIMARY KEY (tenant_id, n))",
        "CREATE TABLE bench.fact (n bigserial PRIMARY KEY, tenant_id uuid NOT NULL,"
            + " partner_id uuid NOT NULL, account_id uuid NOT NULL, customer_id uuid NOT NULL,"
            + " invoice_id uuid NOT NULL, payment_id uuid NOT NULL, allocation_id uuid NOT NULL,"
            + " event_id uuid NOT NULL, input_id uuid NOT NULL, terms_id uuid NOT NULL,"
            + " line_id uuid NOT NULL, transaction_id uuid NOT NULL)",
        "CREATE SEQUENCE bench.next",
        BilledTenant.NEXT_ID,
        "GRANT SELECT ON bench.fact TO PUBLIC",
        "GRANT USAGE ON SEQUENCE bench.next TO PUBLIC");
  }

  /**
   * Makes a tenant whose partners have a history.
   *
   * @param partners how many; each has 25 lines of commission and 104 entries in the books
   */
  Programme programme(int partners) throws SQLException {
    String slug = "bench-" + partners;
    BenchedApp.command(
        jar, database, "create-tenant", "--slug", slug, "--name", slug, "--currency", "EUR");
    String key =
        BenchedApp.command(jar, database, "create-api-key", "--tenant", slug, "--name", "bench");
    UUID id = UUID.fromString(ask("SELECT id FROM tenants WHERE slug = '%s'".formatted(slug)));
    together(statements("partners-of-size.sql").formatted(id, partners));
    administer("VACUUM ANALYZE");
    List<String> ids =
        column("SELECT id FROM bench.partner WHERE tenant_id = '%s' ORDER BY n".formatted(id));
    long entries =
        Long.parseLong(
            ask("SELECT count(*) FROM partner_ledger_entries WHERE tenant_id = '" + id + "'"));
    return new Programme(new TenantScope(id), key, ids, entries);
  }

  /**
   * Makes facts.
   *
   * @return the number before the first of them
   */
  long facts(Programme programme, int size) throws SQLException {
    long first = Long.parseLong(ask("SELECT coalesce(max(n), 0) FROM bench.fact"));
    together(
        statements("facts-of-payments.sql")
            .formatted(programme.scope().tenantId(), size, programme.partners().size(), first));
    administer("ANALYZE");
    return first;
  }

  /** From which number on pgbench counts. */
  void nextIs(long number) throws SQLException {
    ask("SELECT setval('bench.next', %d, false)".formatted(number));
  }

  private void together(String statements) throws SQLException {
    try (Connection connection = database.connectAsAdministrator();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(statements);
      connection.commit();
    }
  }

  private String ask(String question) throws SQLException {
    return column(question).get(0);
  }

  private List<String> column(String question) throws SQLException {
    try (Connection connection = database.connectAsAdministrator();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      List<String> values = new ArrayList<>();
      while (row.next()) {
        values.add(row.getString(1));
      }
      return values;
    }
  }

  private void administer(String... statements) throws SQLException {
    try (Connection connection = database.connectAsAdministrator();
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }

  private static String statements(String name) {
    try (InputStream content = ProgrammeData.class.getResourceAsStream(name)) {
      if (content == null) {
        throw new IllegalStateException("There is no " + name);
      }
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A tenant and his partners.
   *
   * @param scope the tenant
   * @param key opens everything
   * @param partners their identifiers
   * @param entries how many entries the books had at first
   */
  record Programme(TenantScope scope, String key, List<String> partners, long entries) {}
}
