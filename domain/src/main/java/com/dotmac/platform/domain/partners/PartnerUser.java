package com.dotmac.platform.domain.partners;

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
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A person who acts for a partner. Changed only through {@link PartnerUserService}. */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(name = "partner_users")
public class PartnerUser {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @References("partners")
  @Column(name = "partner_id", nullable = false, updatable = false)
  private UUID partnerId;

  @References(value = "users", onDelete = OnDeleteAction.SET_NULL)
  @Column(name = "user_id")
  private @Nullable UUID userId;

  @Column(name = "first_name", nullable = false, length = 100)
  private String firstName;

  @Column(name = "last_name", nullable = false, length = 100)
  private String lastName;

  @Column(nullable = false, length = 254)
  private String email;

  @Column(nullable = false, length = 20)
  @Convert(converter = PartnerRole.Column.class)
  private PartnerRole role;

  @Column(name = "primary_contact", nullable = false)
  private boolean primaryContact;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  @Column(name = "deactivated_at")
  private @Nullable Instant deactivatedAt;

  @Version
  @Column(nullable = false)
  private int version;

  /** For Hibernate. */
  protected PartnerUser() {}

  PartnerUser(CallContext context, UUID partnerId, PartnerUserDetails details) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    this.partnerId = partnerId;
    createdAt = context.at();
    change(details, context.at());
  }

  /** Identifier. */
  public UUID id() {
    return id;
  }

  /** Partner for whom the person acts. */
  public UUID partnerId() {
    return partnerId;
  }

  /** What is said of the person. */
  public PartnerUserDetails details() {
    return new PartnerUserDetails(firstName, lastName, email, role, primaryContact, userId);
  }

  /** When the person was added. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When the person was last changed. */
  public Instant updatedAt() {
    return updatedAt;
  }

  /** From when on the person acts for the partner no longer; {@code null}: still does. */
  public @Nullable Instant deactivatedAt() {
    return deactivatedAt;
  }

  /** Grows by one with each change. */
  public int version() {
    return version;
  }

  final void change(PartnerUserDetails details, Instant at) {
    userId = details.userId();
    firstName = details.firstName();
    lastName = details.lastName();
    email = details.email();
    role = details.role();
    primaryContact = details.primaryContact();
    updatedAt = at;
  }

  void deactivate(Instant at) {
    primaryContact = false;
    deactivatedAt = at;
    updatedAt = at;
  }

  /** What the audit trail keeps of a person. */
  Map<String, @Nullable Object> auditState() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("partnerId", partnerId.toString());
    state.put("userId", userId == null ? null : userId.toString());
    state.put("firstName", firstName);
    state.put("lastName", lastName);
    state.put("email", email);
    state.put("role", role.code());
    state.put("primaryContact", primaryContact);
    state.put("active", deactivatedAt == null);
    return state;
  }
}
