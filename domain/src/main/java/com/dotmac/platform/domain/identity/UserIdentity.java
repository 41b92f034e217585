package com.dotmac.platform.domain.identity;

import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.shared.References;
import com.dotmac.platform.domain.tenancy.Actor;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.OwnRows;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Who a user is at an OpenID provider. Linked and removed through {@link UserIdentityService}, and
 * never changed: another name is another identity.
 */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Immutable
@Table(
    name = "user_identities",
    uniqueConstraints = @UniqueConstraint(columnNames = {"tenant_id", "issuer", "subject"}))
public class UserIdentity {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @References("users")
  @Column(name = "user_id", nullable = false)
  private UUID userId;

  @Column(nullable = false, length = ExternalIdentity.LONGEST)
  private String issuer;

  @Column(nullable = false, length = ExternalIdentity.LONGEST)
  private String subject;

  @Column(name = "linked_at", nullable = false)
  private Instant linkedAt;

  @Column(name = "linked_by_kind", nullable = false, length = 20)
  @Convert(converter = Actor.Kind.Column.class)
  private Actor.Kind linkedByKind;

  @Column(name = "linked_by_id")
  private @Nullable UUID linkedById;

  @Column(name = "linked_by_name", nullable = false, length = 255)
  private String linkedByName;

  /** For Hibernate. */
  protected UserIdentity() {}

  UserIdentity(CallContext context, UUID userId, ExternalIdentity identity) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    this.userId = userId;
    issuer = identity.issuer();
    subject = identity.subject();
    linkedAt = context.at();
    linkedByKind = context.actor().kind();
    linkedById = context.actor().id();
    linkedByName = context.actor().name();
  }

  /** Identifier of the link. */
  public UUID id() {
    return id;
  }

  /** Whose identity it is. */
  public UUID userId() {
    return userId;
  }

  /** Who he is, and at which provider. */
  public ExternalIdentity identity() {
    return new ExternalIdentity(issuer, subject);
  }

  /** When it was linked. */
  public Instant linkedAt() {
    return linkedAt;
  }

  /** Who linked it, by his name at that moment. */
  public Actor linkedBy() {
    return new Actor(linkedByKind, linkedById, linkedByName);
  }

  /** What the audit trail of the user keeps of it. */
  Map<String, @Nullable Object> auditState() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("identityId", id.toString());
    state.put("issuer", issuer);
    state.put("subject", subject);
    return state;
  }
}
