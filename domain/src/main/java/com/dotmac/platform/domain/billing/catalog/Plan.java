package com.dotmac.platform.domain.billing.catalog;

import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.shared.Money;
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
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A price of a product for a cycle. Price, currency and cycle are fixed from the first instant on:
 * subscriptions stand on them, and another price is another plan. Changed only through {@link
 * PlanService}.
 */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(
    name = "billing_plans",
    uniqueConstraints = @UniqueConstraint(columnNames = {"tenant_id", "code"}))
public class Plan extends CatalogItem {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @References("billing_products")
  @Column(name = "product_id", nullable = false, updatable = false)
  private UUID productId;

  @Column(nullable = false, length = 50, updatable = false)
  private String code;

  @Column(nullable = false, length = 255)
  private String name;

  @Column(name = "unit_amount", nullable = false, updatable = false)
  private long unitAmount;

  @Column(nullable = false, length = 3, updatable = false)
  @JdbcTypeCode(SqlTypes.CHAR)
  private String currency;

  @Column(nullable = false, length = 20, updatable = false)
  @Convert(converter = BillingCycle.Column.class)
  private BillingCycle cycle;

  @Column(name = "trial_days", nullable = false)
  private int trialDays;

  @Column(nullable = false, length = 20)
  @Convert(converter = CatalogStatus.Column.class)
  private CatalogStatus status;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  @Version
  @Column(nullable = false)
  private int version;

  /** For Hibernate. */
  protected Plan() {}

  Plan(CallContext context, PlanPricing pricing, PlanDetails details) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    productId = pricing.productId();
    code = pricing.code();
    unitAmount = pricing.unitAmount().minor();
    currency = pricing.unitAmount().currency().getCurrencyCode();
    cycle = pricing.cycle();
    status = CatalogStatus.ACTIVE;
    createdAt = context.at();
    change(details, context.at());
  }

  @Override
  public UUID id() {
    return id;
  }

  /** What the plan is for ever: its product, code, price and cycle. */
  public PlanPricing pricing() {
    return new PlanPricing(
        productId, code, new Money(unitAmount, Currency.getInstance(currency)), cycle);
  }

  @Override
  public CatalogStatus status() {
    return status;
  }

  /** When the plan was created. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When the plan was last changed. */
  public Instant updatedAt() {
    return updatedAt;
  }

  @Override
  public int version() {
    return version;
  }

  /** What may be changed of the plan. */
  public PlanDetails details() {
    return new PlanDetails(name, trialDays);
  }

  final void change(PlanDetails details, Instant at) {
    name = details.name();
    trialDays = details.trialDays();
    updatedAt = at;
  }

  @Override
  void archive(Instant at) {
    status = CatalogStatus.ARCHIVED;
    updatedAt = at;
  }

  @Override
  Map<String, @Nullable Object> auditState() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("productId", productId.toString());
    state.put("code", code);
    state.put("name", name);
    state.put("unitAmount", Long.toString(unitAmount));
    state.put("currency", currency);
    state.put("cycle", cycle.code());
    state.put("trialDays", trialDays);
    state.put("status", status.code());
    return state;
  }
}
