package com.dotmac.platform.domain.partners.exports;

import com.dotmac.platform.domain.partners.statements.MetricsPeriod;
import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.shared.References;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.OwnRows;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A list that is made in the background. Changed only through the doors of this package. */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(name = "partner_exports")
public class PartnerExport {

  /** How long there is a file. */
  static final Duration KEPT = Duration.ofDays(7);

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @Column(nullable = false, length = 30, updatable = false)
  @Convert(converter = ExportKind.Column.class)
  private ExportKind kind;

  @References("partners")
  @Column(name = "partner_id", updatable = false)
  private @Nullable UUID partnerId;

  @Column(name = "starts_at", nullable = false, updatable = false)
  private Instant startsAt;

  @Column(name = "ends_at", nullable = false, updatable = false)
  private Instant endsAt;

  @Column(nullable = false, length = 20)
  @Convert(converter = ExportStatus.Column.class)
  private ExportStatus status;

  @Column(nullable = false)
  private int attempts;

  @Column(name = "line_count")
  private @Nullable Long lineCount;

  @Column(length = 500)
  private @Nullable String failure;

  @Column(name = "requested_by", updatable = false)
  private @Nullable UUID requestedBy;

  @Column(name = "requested_at", nullable = false, updatable = false)
  private Instant requestedAt;

  @Column(name = "started_at")
  private @Nullable Instant startedAt;

  @Column(name = "finished_at")
  private @Nullable Instant finishedAt;

  @Column(name = "expires_at")
  private @Nullable Instant expiresAt;

  @Version
  @Column(nullable = false)
  private int version;

  /** For Hibernate. */
  protected PartnerExport() {}

  PartnerExport(CallContext context, ExportWish wish) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    kind = wish.kind();
    partnerId = wish.partnerId();
    startsAt = wish.period().from();
    endsAt = wish.period().to();
    status = ExportStatus.REQUESTED;
    requestedBy = context.actor().id();
    requestedAt = context.at();
  }

  /** Identifier. */
  public UUID id() {
    return id;
  }

  /** What. */
  public ExportKind kind() {
    return kind;
  }

  /** Of whom; {@code null}: of all partners. */
  public @Nullable UUID partnerId() {
    return partnerId;
  }

  /** When its facts happened. */
  public MetricsPeriod period() {
    return new MetricsPeriod(startsAt, endsAt);
  }

  /** How far it is. */
  public ExportStatus status() {
    return status;
  }

  /** How often it was begun. */
  public int attempts() {
    return attempts;
  }

  /** How many lines it has, without the names of columns; {@code null}: it was not made. */
  public @Nullable Long lineCount() {
    return lineCount;
  }

  /** Why it was given up; {@code null}: it was not. */
  public @Nullable String failure() {
    return failure;
  }

  /** When somebody asked for it. */
  public Instant requestedAt() {
    return requestedAt;
  }

  /** When it was made, or given up; {@code null}: neither. */
  public @Nullable Instant finishedAt() {
    return finishedAt;
  }

  /** From when on there is no file any more; {@code null}: there never was one. */
  public @Nullable Instant expiresAt() {
    return expiresAt;
  }

  /** Grows with each change. */
  public int version() {
    return version;
  }

  /** Whether it is still to be made. */
  boolean isOpen() {
    return status == ExportStatus.REQUESTED || status == ExportStatus.RUNNING;
  }

  void begin(Instant at) {
    status = ExportStatus.RUNNING;
    startedAt = at;
    attempts++;
  }

  void finish(Instant at, long lines) {
    status = ExportStatus.DONE;
    lineCount = lines;
    finishedAt = at;
    expiresAt = at.plus(KEPT);
  }

  void fail(Instant at, String why) {
    status = ExportStatus.FAILED;
    failure = why;
    finishedAt = at;
  }

  void expire() {
    status = ExportStatus.EXPIRED;
  }

  Map<String, @Nullable Object> auditState() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("kind", kind.code());
    state.put("partnerId", partnerId == null ? null : partnerId.toString());
    state.put("from", startsAt.toString());
    state.put("to", endsAt.toString());
    state.put("status", status.code());
    state.put("lines", lineCount);
    state.put("failure", failure);
    return state;
  }
}
