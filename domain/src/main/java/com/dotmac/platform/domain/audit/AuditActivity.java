package com.dotmac.platform.domain.audit;

import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.tenancy.Actor;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.OwnRows;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One act: written with the change that it speaks of, never altered afterwards. */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Immutable
@Table(name = "audit_activities")
public class AuditActivity {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @Column(name = "occurred_at", nullable = false)
  private Instant occurredAt;

  @Column(name = "actor_kind", nullable = false, length = 20)
  @Convert(converter = Actor.Kind.Column.class)
  private Actor.Kind actorKind;

  @Column(name = "actor_id")
  private @Nullable UUID actorId;

  @Column(name = "actor_name", nullable = false, length = 255)
  private String actorName;

  @Column(nullable = false, length = 100)
  private String action;

  @Column(name = "resource_kind", nullable = false, length = 50)
  private String resourceKind;

  @Column(name = "resource_id", nullable = false)
  private UUID resourceId;

  @Column(length = 500)
  private @Nullable String reason;

  @Column(name = "request_id", length = 64)
  private @Nullable String requestId;

  @Column(name = "before_state")
  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Map<String, @Nullable Object> before;

  @Column(name = "after_state")
  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Map<String, @Nullable Object> after;

  /** For Hibernate. */
  protected AuditActivity() {}

  AuditActivity(
      CallContext context,
      String action,
      UUID resourceId,
      @Nullable Map<String, @Nullable Object> before,
      @Nullable Map<String, @Nullable Object> after) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    occurredAt = context.at();
    actorKind = context.actor().kind();
    actorId = context.actor().id();
    actorName = context.actor().name();
    this.action = action;
    resourceKind = action.substring(0, action.indexOf('.'));
    this.resourceId = resourceId;
    reason = context.reason();
    requestId = context.requestId();
    this.before = before;
    this.after = after;
  }

  /** Identifier; sorts by time. */
  public UUID id() {
    return id;
  }

  /** When the act happened. */
  public Instant occurredAt() {
    return occurredAt;
  }

  /** Who acted. */
  public Actor actor() {
    return new Actor(actorKind, actorId, actorName);
  }

  /** Kind of resource and verb, {@code partner.suspended}. */
  public String action() {
    return action;
  }

  /** Kind of resource, {@code partner}. */
  public String resourceKind() {
    return resourceKind;
  }

  /** What was acted upon; may be gone by now. */
  public UUID resourceId() {
    return resourceId;
  }

  /** Why, in the words of the actor; {@code null} when not given. */
  public @Nullable String reason() {
    return reason;
  }

  /** Request that caused the act; {@code null} outside HTTP. */
  public @Nullable String requestId() {
    return requestId;
  }

  /** The fields that changed, as they were; {@code null} when the resource was created. */
  public @Nullable Map<String, @Nullable Object> before() {
    return before;
  }

  /** The fields that changed, as they became; {@code null} when the resource was removed. */
  public @Nullable Map<String, @Nullable Object> after() {
    return after;
  }
}
