package com.dotmac.platform.domain.partners.exports;

import com.dotmac.platform.domain.partners.PartnerService;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.Optional;
import java.util.UUID;

/** The door to exports, for whoever wants one. */
public final class ExportService {

  private final ExportRepository exports;
  private final PartnerService partners;
  private final ExportDispatch dispatch;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param partners whose lines there are
   * @param dispatch has exports made
   * @param audit where acts are recorded
   */
  public ExportService(
      TenantSessions sessions, PartnerService partners, ExportDispatch dispatch, AuditTrail audit) {
    exports = new ExportRepository(sessions);
    this.partners = partners;
    this.dispatch = dispatch;
    this.audit = audit;
  }

  /**
   * Asks for an export, which is made once this is committed.
   *
   * @throws com.dotmac.platform.domain.partners.PartnerException.NotFound if there is no such
   *     partner
   */
  public PartnerExport request(CallContext context, ExportWish wish) {
    if (wish.partnerId() != null) {
      partners.get(context.scope(), wish.partnerId());
    }
    PartnerExport export = new PartnerExport(context, wish);
    exports.add(context.scope(), export);
    dispatch.make(context.scope(), export.id(), context.at());
    audit.record(context, "partner_export.requested", export.id(), null, export.auditState());
    return export;
  }

  /**
   * An export.
   *
   * @throws ExportException.NotFound if the tenant has none such
   */
  public PartnerExport get(TenantScope scope, UUID id) {
    return exports.find(scope, id).orElseThrow(ExportException.NotFound::new);
  }

  /**
   * An export that has a file.
   *
   * @throws ExportException.NotFound if the tenant has none such
   * @throws ExportException.NoFile if it has no file yet, or no more, or never will
   */
  public PartnerExport getDone(TenantScope scope, UUID id) {
    PartnerExport export = get(scope, id);
    if (export.status() != ExportStatus.DONE) {
      throw new ExportException.NoFile(export.status());
    }
    return export;
  }

  /**
   * A piece of a file, compressed with gzip; empty: there are fewer.
   *
   * @param position 0 is the first
   */
  public Optional<byte[]> chunk(TenantScope scope, UUID id, int position) {
    return exports.chunk(scope, id, position);
  }
}
