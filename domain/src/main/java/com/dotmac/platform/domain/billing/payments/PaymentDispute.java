package com.dotmac.platform.domain.billing.payments;

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
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * The payer's bank takes money of a payment back (a chargeback), until it is decided who keeps it.
 */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(
    name = "payment_disputes",
    uniqueConstraints =
        @UniqueConstraint(columnNames = {"tenant_id", "provider", "provider_dispute_id"}))
public class PaymentDispute {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @References("payments")
  @Column(name = "payment_id", nullable = false, updatable = false)
  private UUID paymentId;

  @Column(nullable = false, length = 50, updatable = false)
  private String provider;

  @Column(name = "provider_dispute_id", length = 255, updatable = false)
  private @Nullable String providerDisputeId;

  @Column(nullable = false, length = 3, updatable = false)
  @JdbcTypeCode(SqlTypes.CHAR)
  private String currency;

  @Column(nullable = false, updatable = false)
  private long amount;

  @Column(name = "unallocated_amount", nullable = false, updatable = false)
  private long unallocatedAmount;

  @Column(nullable = false, length = 20)
  @Convert(converter = DisputeStatus.Column.class)
  private DisputeStatus status;

  @Column(length = 500, updatable = false)
  private @Nullable String reason;

  @Column(name = "opened_at", nullable = false, updatable = false)
  private Instant openedAt;

  @Column(name = "closed_at")
  private @Nullable Instant closedAt;

  @Version
  @Column(nullable = false)
  private int version;

  /** For Hibernate. */
  protected PaymentDispute() {}

  PaymentDispute(
      CallContext context, Payment payment, Takings taken, @Nullable String providerDisputeId) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    paymentId = payment.id();
    provider = payment.provider();
    this.providerDisputeId = providerDisputeId;
    currency = payment.currency().getCurrencyCode();
    amount = taken.total();
    unallocatedAmount = taken.unallocated();
    status = DisputeStatus.OPEN;
    reason = context.reason();
    openedAt = context.at();
  }

  /** Identifier. */
  public UUID id() {
    return id;
  }

  /** Whose money is held. */
  public UUID paymentId() {
    return paymentId;
  }

  /** What the provider calls it; {@code null}: nothing. */
  public @Nullable String providerDisputeId() {
    return providerDisputeId;
  }

  /** What is held. */
  public Money amount() {
    return money(amount);
  }

  /** What of it paid no invoice. */
  public Money unallocated() {
    return money(unallocatedAmount);
  }

  /** Where it stands. */
  public DisputeStatus status() {
    return status;
  }

  /** Why, in the words of the payer's bank; {@code null}: it did not say. */
  public @Nullable String reason() {
    return reason;
  }

  /** When the money was taken. */
  public Instant openedAt() {
    return openedAt;
  }

  /** When it was decided; {@code null}: it is not. */
  public @Nullable Instant closedAt() {
    return closedAt;
  }

  /** Grows by one with each change. */
  public int version() {
    return version;
  }

  /**
   * Decides it.
   *
   * @throws PaymentException.DisputeClosed if that was done already
   */
  void close(DisputeStatus end, Instant at) {
    if (status != DisputeStatus.OPEN) {
      throw new PaymentException.DisputeClosed(status);
    }
    status = end;
    closedAt = at;
  }

  private Money money(long minor) {
    return new Money(minor, Currency.getInstance(currency));
  }
}
