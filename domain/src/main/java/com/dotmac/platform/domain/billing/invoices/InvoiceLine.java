package com.dotmac.platform.domain.billing.invoices;

import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.shared.References;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.OwnRows;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A line of an invoice. Never changed: a draft that changes gets other lines. */
@Entity
@Immutable
@SQLRestriction(OwnRows.CONDITION)
@Table(
    name = "invoice_lines",
    uniqueConstraints = @UniqueConstraint(columnNames = {"tenant_id", "invoice_id", "position"}))
public class InvoiceLine {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @References("invoices")
  @Column(name = "invoice_id", nullable = false)
  private UUID invoiceId;

  @Column(nullable = false)
  private int position;

  @Column(nullable = false, length = 500)
  private String description;

  @Column(nullable = false, precision = 18, scale = 6)
  private BigDecimal quantity;

  @References("billing_products")
  @Column(name = "product_id")
  private @Nullable UUID productId;

  @References("billing_plans")
  @Column(name = "plan_id")
  private @Nullable UUID planId;

  @References("billing_pricing_rules")
  @Column(name = "pricing_rule_id")
  private @Nullable UUID pricingRuleId;

  @Column(name = "unit_amount", nullable = false)
  private long unitAmount;

  @Column(name = "discount_rate", precision = 7, scale = 6)
  private @Nullable BigDecimal discountRate;

  @Column(name = "tax_rate", nullable = false, precision = 7, scale = 6)
  private BigDecimal taxRate;

  @Column(name = "gross_amount", nullable = false)
  private long grossAmount;

  @Column(name = "discount_amount", nullable = false)
  private long discountAmount;

  @Column(name = "tax_amount", nullable = false)
  private long taxAmount;

  @Column(name = "total_amount", nullable = false, insertable = false, updatable = false)
  private long totalAmount;

  /** For Hibernate. */
  protected InvoiceLine() {}

  InvoiceLine(CallContext context, UUID invoiceId, int position, LineDetails details) {
    LineAmounts amounts = details.amounts();
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    this.invoiceId = invoiceId;
    this.position = position;
    description = details.description();
    quantity = details.quantity();
    LineOrigin origin = details.origin();
    productId = origin == null ? null : origin.productId();
    planId = origin == null ? null : origin.planId();
    pricingRuleId = origin == null ? null : origin.pricingRuleId();
    unitAmount = details.unitPrice().minor();
    discountRate = details.discountRate();
    taxRate = details.taxRate();
    grossAmount = amounts.gross().minor();
    discountAmount = amounts.discount().minor();
    taxAmount = amounts.tax().minor();
    totalAmount = amounts.total().minor();
  }

  /** Identifier. */
  public UUID id() {
    return id;
  }

  /** The invoice. */
  public UUID invoiceId() {
    return invoiceId;
  }

  /** Place on the invoice, from 1. */
  public int position() {
    return position;
  }

  /**
   * What is charged.
   *
   * @param currency of the invoice
   */
  public LineDetails details(Currency currency) {
    return new LineDetails(
        description,
        quantity,
        new Money(unitAmount, currency),
        discountRate,
        discountRate == null && discountAmount != 0 ? new Money(discountAmount, currency) : null,
        taxRate,
        productId == null ? null : new LineOrigin(productId, planId, pricingRuleId));
  }

  /**
   * What it comes to.
   *
   * @param currency of the invoice
   */
  public LineAmounts amounts(Currency currency) {
    return new LineAmounts(
        new Money(grossAmount, currency),
        new Money(discountAmount, currency),
        new Money(taxAmount, currency));
  }
}
