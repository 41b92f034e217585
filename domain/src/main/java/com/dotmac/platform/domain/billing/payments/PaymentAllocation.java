package com.dotmac.platform.domain.billing.payments;

import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.shared.References;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.OwnRows;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;

/**
 * A part of a payment that pays an invoice. What of it is taken back is said by reversals; the
 * amount itself never changes, so that whatever was built on it stays true.
 */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(name = "payment_allocations")
public class PaymentAllocation {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @References("payments")
  @Column(name = "payment_id", nullable = false, updatable = false)
  private UUID paymentId;

  @References("invoices")
  @Column(name = "invoice_id", nullable = false, updatable = false)
  private UUID invoiceId;

  @References("customers")
  @Column(name = "customer_id", nullable = false, updatable = false)
  private UUID customerId;

  @Column(nullable = false, length = 3, updatable = false)
  @JdbcTypeCode(SqlTypes.CHAR)
  private String currency;

  @Column(nullable = false, updatable = false)
  private long amount;

  @Column(name = "reversed_amount", nullable = false)
  private long reversedAmount;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Version
  @Column(nullable = false)
  private int version;

  /** For Hibernate. */
  protected PaymentAllocation() {}

  PaymentAllocation(CallContext context, Payment payment, UUID invoiceId, long minor) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    paymentId = payment.id();
    this.invoiceId = invoiceId;
    customerId = payment.customerId();
    currency = payment.currency().getCurrencyCode();
    amount = minor;
    createdAt = context.at();
  }

  /** Identifier. */
  public UUID id() {
    return id;
  }

  /** Whose part it is. */
  public UUID paymentId() {
    return paymentId;
  }

  /** What it pays. */
  public UUID invoiceId() {
    return invoiceId;
  }

  /** What was allocated. */
  public Money amount() {
    return money(amount);
  }

  /** What of it was taken back and not restored. */
  public Money reversed() {
    return money(reversedAmount);
  }

  /** When it was allocated. */
  public Instant createdAt() {
    return createdAt;
  }

  /** What of it still pays the invoice, in minor units. */
  long left() {
    return amount - reversedAmount;
  }

  void reverse(long minor) {
    reversedAmount += minor;
  }

  void restore(long minor) {
    reversedAmount -= minor;
  }

  private Money money(long minor) {
    return new Money(minor, Currency.getInstance(currency));
  }
}
