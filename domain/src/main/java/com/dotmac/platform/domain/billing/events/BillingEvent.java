package com.dotmac.platform.domain.billing.events;

import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.OwnRows;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A fact of billing. Written once by {@link BillingEvents}; only the database places it. */
@Entity
@Immutable
@SQLRestriction(OwnRows.CONDITION)
@Table(
    name = "billing_events",
    uniqueConstraints = {
      @UniqueConstraint(columnNames = {"tenant_id", "position"}),
      @UniqueConstraint(columnNames = {"tenant_id", "aggregate_kind", "aggregate_id", "sequence"})
    })
public class BillingEvent {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @Column(insertable = false, updatable = false)
  private @Nullable Long position;

  @Column(name = "aggregate_kind", nullable = false, length = 20)
  @Convert(converter = AggregateKind.Column.class)
  private AggregateKind aggregateKind;

  @Column(name = "aggregate_id", nullable = false)
  private UUID aggregateId;

  @Column(nullable = false)
  private int sequence;

  @Column(nullable = false, length = 50)
  @Convert(converter = EventType.Column.class)
  private EventType type;

  @Column(name = "occurred_at", nullable = false)
  private Instant occurredAt;

  @Column(nullable = false)
  @JdbcTypeCode(SqlTypes.JSON)
  private Map<String, @Nullable Object> data;

  /** For Hibernate. */
  protected BillingEvent() {}

  BillingEvent(
      CallContext context,
      EventType type,
      UUID aggregateId,
      int sequence,
      Map<String, @Nullable Object> data) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    aggregateKind = type.aggregateKind();
    this.aggregateId = aggregateId;
    this.sequence = sequence;
    this.type = type;
    occurredAt = context.at();
    this.data = data;
  }

  /** Identifier: the same however often the fact is told. */
  public UUID id() {
    return id;
  }

  /**
   * Place among the facts of the tenant, from 1, without gaps, in the order of the commits; {@code
   * null} before the commit.
   */
  public @Nullable Long position() {
    return position;
  }

  /** Kind of what it is about. */
  public AggregateKind aggregateKind() {
    return aggregateKind;
  }

  /** What it is about; may be gone by now. */
  public UUID aggregateId() {
    return aggregateId;
  }

  /** Place among the facts about the same, from 1, without gaps. */
  public int sequence() {
    return sequence;
  }

  /** What happened. */
  public EventType type() {
    return type;
  }

  /** When it happened. */
  public Instant occurredAt() {
    return occurredAt;
  }

  /** The fact: identifiers, and amounts in the form of {@link Facts#money}. */
  public Map<String, @Nullable Object> data() {
    return data;
  }
}
