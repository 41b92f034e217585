package com.dotmac.platform.domain.billing.payments;

import com.dotmac.platform.domain.shared.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Currency;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Where the money of a payment is. Of what came, each minor unit is allocated to an invoice, left
 * over as credit, gone back, or held by a dispute; a step moves it from one place to another. Part
 * of {@link Payment}, which decides when.
 */
@Embeddable
public class PaymentAmounts {

  @Column(nullable = false, length = 3, updatable = false)
  @JdbcTypeCode(SqlTypes.CHAR)
  private String currency;

  @Column(nullable = false, updatable = false)
  private long amount;

  @Column(name = "allocated_amount", nullable = false)
  private long allocatedAmount;

  @Column(name = "refunded_amount", nullable = false)
  private long refundedAmount;

  @Column(name = "disputed_amount", nullable = false)
  private long disputedAmount;

  @Column(name = "charged_back_amount", nullable = false)
  private long chargedBackAmount;

  /** Derived by the database, for queries; {@link Payment#available()} is right at any moment. */
  @Column(name = "available_amount", nullable = false, insertable = false, updatable = false)
  private long availableAmount;

  /** For Hibernate. */
  protected PaymentAmounts() {}

  /** All of it is still in its first place. */
  PaymentAmounts(Money amount) {
    currency = amount.currency().getCurrencyCode();
    this.amount = amount.minor();
  }

  /** What was paid, or is asked for. */
  Money amount() {
    return money(amount);
  }

  /** What pays invoices now. */
  public Money allocated() {
    return money(allocatedAmount);
  }

  /** What went back, or is on its way, by refunds. */
  public Money refunded() {
    return money(refundedAmount);
  }

  /** What open disputes hold. */
  public Money disputed() {
    return money(disputedAmount);
  }

  /** What was lost in disputes. */
  public Money chargedBack() {
    return money(chargedBackAmount);
  }

  /** What is in none of the other places, once the money has come. */
  Money left() {
    return money(amount - allocatedAmount - refundedAmount - disputedAmount - chargedBackAmount);
  }

  /** The state of a payment whose money has come. */
  PaymentStatus status() {
    return PaymentStates.ofReceived(amount, refundedAmount + chargedBackAmount, disputedAmount);
  }

  Currency currency() {
    return Currency.getInstance(currency);
  }

  Money money(long minor) {
    return new Money(minor, currency());
  }

  void allocate(long minor) {
    allocatedAmount += minor;
  }

  void refund(Takings taken) {
    allocatedAmount -= taken.allocated();
    refundedAmount += taken.total();
  }

  void keepAfterAll(long minor, long onInvoices) {
    refundedAmount -= minor;
    allocatedAmount += onInvoices;
  }

  void dispute(Takings taken) {
    allocatedAmount -= taken.allocated();
    disputedAmount += taken.total();
  }

  void winDispute(long minor, long onInvoices) {
    disputedAmount -= minor;
    allocatedAmount += onInvoices;
  }

  void loseDispute(long minor) {
    disputedAmount -= minor;
    chargedBackAmount += minor;
  }

  /** Adds what the audit trail keeps of them. */
  void describe(Map<String, @Nullable Object> state) {
    state.put("currency", currency);
    state.put("amount", Long.toString(amount));
    state.put("allocatedAmount", Long.toString(allocatedAmount));
    state.put("refundedAmount", Long.toString(refundedAmount));
    state.put("disputedAmount", Long.toString(disputedAmount));
    state.put("chargedBackAmount", Long.toString(chargedBackAmount));
  }
}
