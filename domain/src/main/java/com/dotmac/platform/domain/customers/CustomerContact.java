package com.dotmac.platform.domain.customers;

import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.shared.References;
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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A person to speak to at a customer's. Who is one no longer is removed, for nothing in the books
 * refers to him. Changed only through {@link CustomerContactService}.
 */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(
    name = "customer_contacts",
    uniqueConstraints = @UniqueConstraint(columnNames = {"tenant_id", "customer_id", "email"}))
public class CustomerContact {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @References("customers")
  @Column(name = "customer_id", nullable = false, updatable = false)
  private UUID customerId;

  @Column(nullable = false, length = 255)
  private String name;

  @Column(nullable = false, length = 254)
  private String email;

  @Column(nullable = false, length = 20)
  @Convert(converter = ContactRole.Column.class)
  private ContactRole role;

  @Column(name = "primary_contact", nullable = false)
  private boolean primaryContact;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  @Version
  @Column(nullable = false)
  private int version;

  /** For Hibernate. */
  protected CustomerContact() {}

  CustomerContact(CallContext context, UUID customerId, CustomerContactDetails details) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    this.customerId = customerId;
    createdAt = context.at();
    change(details, context.at());
  }

  /** Identifier. */
  public UUID id() {
    return id;
  }

  /** Customer at whose place the person is. */
  public UUID customerId() {
    return customerId;
  }

  /** What is said of the person. */
  public CustomerContactDetails details() {
    return new CustomerContactDetails(name, email, role, primaryContact);
  }

  /** When the person was added. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When the person was last changed. */
  public Instant updatedAt() {
    return updatedAt;
  }

  /** Grows by one with each change. */
  public int version() {
    return version;
  }

  final void change(CustomerContactDetails details, Instant at) {
    name = details.name();
    email = details.email();
    role = details.role();
    primaryContact = details.primary();
    updatedAt = at;
  }

  /** What the audit trail keeps of a person. */
  Map<String, @Nullable Object> auditState() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("customerId", customerId.toString());
    state.put("name", name);
    state.put("email", email);
    state.put("role", role.code());
    state.put("primary", primaryContact);
    return state;
  }
}
