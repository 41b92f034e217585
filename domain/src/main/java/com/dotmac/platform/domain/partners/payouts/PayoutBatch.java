package com.dotmac.platform.domain.partners.payouts;

import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.OwnRows;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Payouts that are made, approved and sent together. Changed only through {@link
 * PayoutBatchService}.
 */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(
    name = "partner_payout_batches",
    uniqueConstraints = @UniqueConstraint(columnNames = {"tenant_id", "number"}))
public class PayoutBatch {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @Column(nullable = false, length = 30, updatable = false)
  private String number;

  @Column(nullable = false, length = 3, updatable = false)
  @JdbcTypeCode(SqlTypes.CHAR)
  private String currency;

  @Column(name = "cut_at", nullable = false, updatable = false)
  private Instant cutAt;

  @Column(nullable = false, length = 20)
  @Convert(converter = BatchStatus.Column.class)
  private BatchStatus status;

  @Column(nullable = false, length = 50, updatable = false)
  private String provider;

  @Column(name = "created_by", updatable = false)
  private @Nullable UUID createdBy;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "approved_at")
  private @Nullable Instant approvedAt;

  @Column(name = "submitted_at")
  private @Nullable Instant submittedAt;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  @Version
  @Column(nullable = false)
  private int version;

  /** For Hibernate. */
  protected PayoutBatch() {}

  PayoutBatch(
      CallContext context, String number, Currency currency, Instant cutAt, String provider) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    this.number = number;
    this.currency = currency.getCurrencyCode();
    this.cutAt = cutAt;
    status = BatchStatus.DRAFT;
    this.provider = provider;
    createdBy = context.actor().id();
    createdAt = context.at();
    updatedAt = context.at();
  }

  /** Identifier. */
  public UUID id() {
    return id;
  }

  /** Number for people, {@code PB-000042}. */
  public String number() {
    return number;
  }

  /** Of all its payouts. */
  public Currency currency() {
    return Currency.getInstance(currency);
  }

  /** Only what was approved before this instant is in it. */
  public Instant cutAt() {
    return cutAt;
  }

  /** Where it stands. */
  public BatchStatus status() {
    return status;
  }

  /** Who moves the money. */
  public String provider() {
    return provider;
  }

  /** User or API key that made it; {@code null}: an operator or the platform. */
  public @Nullable UUID createdBy() {
    return createdBy;
  }

  /** When it was made. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When it was approved; {@code null}: it was not. */
  public @Nullable Instant approvedAt() {
    return approvedAt;
  }

  /** When it was handed over; {@code null}: it was not. */
  public @Nullable Instant submittedAt() {
    return submittedAt;
  }

  /** When it was last changed. */
  public Instant updatedAt() {
    return updatedAt;
  }

  /** Grows by one with each change. */
  public int version() {
    return version;
  }

  /** Whether this actor made it; of two who have no row nobody can tell. */
  boolean wasMadeBy(@Nullable UUID actorId) {
    return Objects.equals(createdBy, actorId);
  }

  void become(BatchStatus next, Instant at) {
    PayoutStates.check(status, next);
    if (next == BatchStatus.APPROVED) {
      approvedAt = at;
    } else if (next == BatchStatus.SUBMITTED && submittedAt == null) {
      submittedAt = at;
    }
    status = next;
    updatedAt = at;
  }

  /** What the audit trail keeps of a batch. */
  Map<String, @Nullable Object> auditState() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("number", number);
    state.put("currency", currency);
    state.put("cutAt", cutAt.toString());
    state.put("status", status.code());
    state.put("provider", provider);
    return state;
  }
}
