package com.dotmac.platform.app.partners.statements;

import com.dotmac.platform.domain.partners.statements.PartnerStatement;
import com.dotmac.platform.domain.partners.statements.StatementService;
import com.dotmac.platform.domain.tenancy.TenantScope;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/**
 * Statements as files, for whoever may read them.
 *
 * @param statements the door
 */
record StatementFiles(StatementService statements) {

  /** A table of the entries. */
  Response csv(TenantScope scope, PartnerStatement statement) {
    return file(
        statement,
        StatementCsv.of(statement, statements.lines(scope, statement)),
        "text/csv;charset=utf-8",
        "attachment",
        ".csv");
  }

  /** A document. */
  static Response pdf(PartnerStatement statement) {
    return file(statement, StatementPdf.of(statement), "application/pdf", "inline", ".pdf");
  }

  private static Response file(
      PartnerStatement statement, byte[] file, String type, String shown, String ending) {
    String name =
        "%s-%s-%s%s"
            .formatted(
                statement.partnerNumber(),
                statement.period().month(),
                statement.currency().getCurrencyCode(),
                ending);
    return Response.ok(file, type)
        .header(HttpHeaders.CONTENT_DISPOSITION, shown + "; filename=\"" + name + "\"")
        .build();
  }
}
