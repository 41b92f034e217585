package com.dotmac.platform.domain.partners.exports;

import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.domain.tenancy.TenantSql;
import jakarta.persistence.LockModeType;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The queries over {@code partner_exports} and {@code partner_export_chunks}. */
final class ExportRepository {

  /** Rows that are fetched at once. */
  private static final int AT_ONCE = 1_000;

  // One statement, so that all lines are of one instant, however long it takes to read them.
  private static final String LINES =
      """
      SELECT c.id, p.number, p.company_name, c.kind, c.cause, c.status, c.currency, c.base_amount, c.rate, c.amount,
        c.occurred_at, c.approved_at, c.paid_at, c.customer_id, c.invoice_id, c.payout_id, c.reason
      FROM partner_commission_events c
      JOIN partners p ON p.tenant_id = c.tenant_id AND p.id = c.partner_id
      WHERE c.tenant_id = current_tenant_id() AND (?::uuid IS NULL OR c.partner_id = ?::uuid)
        AND c.occurred_at >= ? AND c.occurred_at < ?
      ORDER BY c.id\
      """;

  private final TenantSessions sessions;
  private final TenantSql sql;

  ExportRepository(TenantSessions sessions) {
    this.sessions = sessions;
    sql = new TenantSql(sessions);
  }

  void add(TenantScope scope, PartnerExport export) {
    sessions.of(scope).persist(export);
    sessions.of(scope).flush();
  }

  Optional<PartnerExport> find(TenantScope scope, UUID id) {
    return Optional.ofNullable(sessions.of(scope).find(PartnerExport.class, id));
  }

  /** The same, and nobody else makes or changes it until the transaction ends. */
  Optional<PartnerExport> hold(TenantScope scope, UUID id) {
    return Optional.ofNullable(
        sessions.of(scope).find(PartnerExport.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /**
   * Reads all lines of an export, and writes its file as it reads.
   *
   * @return how many lines there are
   */
  long write(TenantScope scope, PartnerExport export, ExportFormat format) {
    return sessions
        .of(scope)
        .doReturningWork(
            connection -> {
              try {
                return write(connection, export, format);
              } catch (IOException e) {
                throw new UncheckedIOException("The file of an export could not be written", e);
              }
            });
  }

  private static long write(Connection connection, PartnerExport export, ExportFormat format)
      throws SQLException, IOException {
    long lines = 0;
    try (ExportChunks chunks = new ExportChunks(connection, export.id());
        ExportFormat.Page page = format.begin(zipped(chunks));
        PreparedStatement statement = connection.prepareStatement(LINES)) {
      statement.setFetchSize(AT_ONCE);
      statement.setObject(1, export.partnerId());
      statement.setObject(2, export.partnerId());
      statement.setObject(3, export.period().from().atOffset(ZoneOffset.UTC));
      statement.setObject(4, export.period().to().atOffset(ZoneOffset.UTC));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          page.add(line(row));
          lines++;
        }
      }
    }
    return lines;
  }

  private static OutputStream zipped(OutputStream to) throws IOException {
    return new BufferedOutputStream(new GZIPOutputStream(to));
  }

  /** A piece of a file; empty: there are fewer. */
  Optional<byte[]> chunk(TenantScope scope, UUID exportId, int position) {
    return sql
        .list(
            scope,
            "SELECT content FROM partner_export_chunks"
                + " WHERE tenant_id = current_tenant_id() AND export_id = ? AND position = ?",
            row -> row.getBytes(1),
            exportId,
            position)
        .stream()
        .findFirst();
  }

  /** Drops a file. */
  void drop(TenantScope scope, UUID exportId) {
    sql.change(
        scope,
        "DELETE FROM partner_export_chunks WHERE tenant_id = current_tenant_id() AND export_id = ?",
        exportId);
  }

  private static ExportLine line(ResultSet row) throws SQLException {
    String currency = row.getString("currency");
    return new ExportLine(
        row.getObject("id", UUID.class),
        row.getString("number"),
        row.getString("company_name"),
        row.getString("kind"),
        row.getString("cause"),
        row.getString("status"),
        Money.of(row.getLong("base_amount"), currency),
        row.getBigDecimal("rate"),
        Money.of(row.getLong("amount"), currency),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
        instant(row, "approved_at"),
        instant(row, "paid_at"),
        row.getObject("customer_id", UUID.class),
        row.getObject("invoice_id", UUID.class),
        row.getObject("payout_id", UUID.class),
        row.getString("reason"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
