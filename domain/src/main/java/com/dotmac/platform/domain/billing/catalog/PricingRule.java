package com.dotmac.platform.domain.billing.catalog;

import com.dotmac.platform.domain.shared.Fraction;
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
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A discount on lines of a product or a plan. What it is about is fixed; how much, when and how
 * strong can be changed, and holds for lines that are priced from then on: a line that was priced
 * keeps its discount. Changed only through {@link PricingRuleService}.
 */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(name = "billing_pricing_rules")
public class PricingRule extends CatalogItem {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @References("billing_products")
  @Column(name = "product_id", updatable = false)
  private @Nullable UUID productId;

  @References("billing_plans")
  @Column(name = "plan_id", updatable = false)
  private @Nullable UUID planId;

  @References("customers")
  @Column(name = "customer_id", updatable = false)
  private @Nullable UUID customerId;

  @Column(nullable = false, length = 255)
  private String name;

  @Column(name = "min_quantity", nullable = false, precision = 18, scale = Quantity.DECIMALS)
  private BigDecimal minQuantity;

  @Column(name = "discount_rate", nullable = false, precision = 9, scale = Fraction.DECIMALS)
  private BigDecimal discountRate;

  @Column(name = "starts_at", nullable = false)
  private Instant startsAt;

  @Column(name = "ends_at")
  private @Nullable Instant endsAt;

  @Column(nullable = false)
  private int priority;

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
  protected PricingRule() {}

  PricingRule(CallContext context, PricingScope about, PricingRuleDetails details) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    productId = about.productId();
    planId = about.planId();
    customerId = about.customerId();
    status = CatalogStatus.ACTIVE;
    createdAt = context.at();
    change(details, context.at());
  }

  @Override
  public UUID id() {
    return id;
  }

  /** What the rule is about. */
  public PricingScope about() {
    return new PricingScope(productId, planId, customerId);
  }

  @Override
  public CatalogStatus status() {
    return status;
  }

  /** When the rule was created. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When the rule was last changed. */
  public Instant updatedAt() {
    return updatedAt;
  }

  @Override
  public int version() {
    return version;
  }

  /** How much, when and how strong. */
  public PricingRuleDetails details() {
    return new PricingRuleDetails(name, minQuantity, discountRate, startsAt, endsAt, priority);
  }

  /** The rule as the choice sees it. */
  PricingTerms terms() {
    return new PricingTerms(id, about(), details());
  }

  final void change(PricingRuleDetails details, Instant at) {
    name = details.name();
    minQuantity = details.minQuantity();
    discountRate = details.discountRate();
    startsAt = details.startsAt();
    endsAt = details.endsAt();
    priority = details.priority();
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
    state.put("productId", productId == null ? null : productId.toString());
    state.put("planId", planId == null ? null : planId.toString());
    state.put("customerId", customerId == null ? null : customerId.toString());
    state.put("name", name);
    state.put("minQuantity", Quantity.text(minQuantity));
    state.put("discountRate", Fraction.text(discountRate));
    state.put("startsAt", startsAt.toString());
    state.put("endsAt", endsAt == null ? null : endsAt.toString());
    state.put("priority", priority);
    state.put("status", status.code());
    return state;
  }
}
