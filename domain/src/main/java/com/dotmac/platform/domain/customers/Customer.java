package com.dotmac.platform.domain.customers;

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
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Whom a tenant bills. Changed only through {@link CustomerService}. */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(
    name = "customers",
    uniqueConstraints = {
      @UniqueConstraint(columnNames = {"tenant_id", "external_id"}),
      @UniqueConstraint(columnNames = {"tenant_id", "number"})
    })
public class Customer {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @Column(nullable = false, length = 20, updatable = false)
  private String number;

  @Column(nullable = false, length = 255)
  private String name;

  @Column(length = 254)
  private @Nullable String email;

  @Column(length = 2)
  @JdbcTypeCode(SqlTypes.CHAR)
  private @Nullable String country;

  @Column(name = "external_id", length = 100)
  private @Nullable String externalId;

  @Column(name = "billing_line1", length = 255)
  private @Nullable String billingLine1;

  @Column(name = "billing_line2", length = 255)
  private @Nullable String billingLine2;

  @Column(name = "billing_city", length = 100)
  private @Nullable String billingCity;

  @Column(name = "billing_region", length = 100)
  private @Nullable String billingRegion;

  @Column(name = "billing_postal_code", length = 20)
  private @Nullable String billingPostalCode;

  @Column(name = "billing_country", length = 2)
  @JdbcTypeCode(SqlTypes.CHAR)
  private @Nullable String billingCountry;

  @Column(length = 3)
  @JdbcTypeCode(SqlTypes.CHAR)
  private @Nullable String currency;

  @Column(name = "tax_id", length = 50)
  private @Nullable String taxId;

  @Column(name = "tax_exempt", nullable = false)
  private boolean taxExempt;

  @Column(nullable = false, length = 20)
  @Convert(converter = CustomerStatus.Column.class)
  private CustomerStatus status;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  @Version
  @Column(nullable = false)
  private int version;

  /** For Hibernate. */
  protected Customer() {}

  Customer(CallContext context, String number, CustomerDetails details) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    this.number = number;
    status = CustomerStatus.ACTIVE;
    createdAt = context.at();
    change(details, context.at());
  }

  /** Identifier. */
  public UUID id() {
    return id;
  }

  /** Number for people, {@code CUS-000042}. */
  public String number() {
    return number;
  }

  /** What people say of the customer. */
  public CustomerDetails details() {
    return new CustomerDetails(
        name,
        email,
        country,
        externalId,
        new BillingDetails(
            billingAddress(),
            currency == null ? null : Currency.getInstance(currency),
            taxId,
            taxExempt));
  }

  private PostalAddress billingAddress() {
    return new PostalAddress(
        billingLine1, billingLine2, billingCity, billingRegion, billingPostalCode, billingCountry);
  }

  /** Whether the customer takes part in anything new. */
  public CustomerStatus status() {
    return status;
  }

  /** When the customer was created. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When the customer was last changed. */
  public Instant updatedAt() {
    return updatedAt;
  }

  /** Grows by one with each change. */
  public int version() {
    return version;
  }

  final void change(CustomerDetails details, Instant at) {
    name = details.name();
    email = details.email();
    country = details.country();
    externalId = details.externalId();
    change(details.billing());
    updatedAt = at;
  }

  private void change(BillingDetails billing) {
    PostalAddress address = billing.address();
    billingLine1 = address.line1();
    billingLine2 = address.line2();
    billingCity = address.city();
    billingRegion = address.region();
    billingPostalCode = address.postalCode();
    billingCountry = address.country();
    currency = billing.currency() == null ? null : billing.currency().getCurrencyCode();
    taxId = billing.taxId();
    taxExempt = billing.taxExempt();
  }

  void archive(Instant at) {
    status = CustomerStatus.ARCHIVED;
    updatedAt = at;
  }

  /** What the audit trail keeps of a customer. */
  Map<String, @Nullable Object> auditState() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("number", number);
    state.put("name", name);
    state.put("email", email);
    state.put("country", country);
    state.put("externalId", externalId);
    state.put("billingLine1", billingLine1);
    state.put("billingLine2", billingLine2);
    state.put("billingCity", billingCity);
    state.put("billingRegion", billingRegion);
    state.put("billingPostalCode", billingPostalCode);
    state.put("billingCountry", billingCountry);
    state.put("currency", currency);
    state.put("taxId", taxId);
    state.put("taxExempt", taxExempt);
    state.put("status", status.code());
    return state;
  }
}
