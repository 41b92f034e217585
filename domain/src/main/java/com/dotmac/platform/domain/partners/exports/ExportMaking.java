package com.dotmac.platform.domain.partners.exports;

import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The door to exports, for whoever makes them. Each verb is a transaction of its own: of an
 * instance that dies in the middle nothing is left but that it had begun, and another begins anew.
 */
public final class ExportMaking {

  private final ExportRepository exports;
  private final ExportFormat format;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param format how files look
   * @param audit where acts are recorded
   */
  public ExportMaking(TenantSessions sessions, ExportFormat format, AuditTrail audit) {
    exports = new ExportRepository(sessions);
    this.format = format;
    this.audit = audit;
  }

  /**
   * Notes that an export is being made.
   *
   * @return the export, also where nothing is left to be made; empty: there is none
   */
  public Optional<PartnerExport> begin(TenantScope scope, UUID id, Instant at) {
    Optional<PartnerExport> found = exports.hold(scope, id);
    found.filter(PartnerExport::isOpen).ifPresent(export -> export.begin(at));
    return found;
  }

  /**
   * Makes the file. Of two who do so at once one waits, and then finds it made.
   *
   * @return the export, which is done
   */
  public PartnerExport make(CallContext context, UUID id) {
    PartnerExport export = held(context, id);
    if (export.isOpen()) {
      Map<String, @Nullable Object> before = export.auditState();
      long lines = exports.write(context.scope(), export, format);
      export.finish(context.at(), lines);
      audit.record(context, "partner_export.made", id, before, export.auditState());
    }
    return export;
  }

  /**
   * Gives an export up.
   *
   * @param why for people
   */
  public void fail(CallContext context, UUID id, String why) {
    PartnerExport export = held(context, id);
    if (export.isOpen()) {
      Map<String, @Nullable Object> before = export.auditState();
      export.fail(context.at(), why);
      audit.record(context, "partner_export.failed", id, before, export.auditState());
    }
  }

  /** Drops the file of an export whose time is over. */
  public void expire(CallContext context, UUID id) {
    PartnerExport export = held(context, id);
    if (export.status() == ExportStatus.DONE) {
      Map<String, @Nullable Object> before = export.auditState();
      exports.drop(context.scope(), id);
      export.expire();
      audit.record(context, "partner_export.expired", id, before, export.auditState());
    }
  }

  private PartnerExport held(CallContext context, UUID id) {
    return exports.hold(context.scope(), id).orElseThrow(ExportException.NotFound::new);
  }
}
