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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Money that a customer pays, and where it is now. Of what came, each minor unit is allocated to an
 * invoice, left over as credit, gone back, or held by a dispute; the four together are the amount,
 * always. Changed only through the services of this package.
 */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(
    name = "payments",
    uniqueConstraints =
        @UniqueConstraint(columnNames = {"tenant_id", "provider", "provider_payment_id"}))
public class Payment {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @References("customers")
  @Column(name = "customer_id", nullable = false, updatable = false)
  private UUID customerId;

  @References("payment_methods")
  @Column(name = "payment_method_id", updatable = false)
  private @Nullable UUID paymentMethodId;

  @Column(nullable = false, length = 20, updatable = false)
  @Convert(converter = PaymentKind.Column.class)
  private PaymentKind kind;

  @Column(nullable = false, length = 50, updatable = false)
  private String provider;

  @Column(name = "provider_payment_id", length = 255)
  private @Nullable String providerPaymentId;

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

  /** Derived by the database, for queries; {@link #available()} is right at any moment. */
  @Column(name = "available_amount", nullable = false, insertable = false, updatable = false)
  private long availableAmount;

  @Column(nullable = false, length = 20)
  @Convert(converter = PaymentStatus.Column.class)
  private PaymentStatus status;

  @Column(name = "chooses_invoices", nullable = false, updatable = false)
  private boolean choosesInvoices;

  @Column(length = 255, updatable = false)
  private @Nullable String reference;

  @Column(name = "received_at")
  private @Nullable Instant receivedAt;

  @Column(nullable = false)
  private int attempts;

  @Column(name = "sent_at")
  private @Nullable Instant sentAt;

  @Column(name = "next_attempt_at")
  private @Nullable Instant nextAttemptAt;

  @Column(name = "failure_code", length = 100)
  private @Nullable String failureCode;

  @Column(name = "failure_reason", length = 500)
  private @Nullable String failureReason;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  @Version
  @Column(nullable = false)
  private int version;

  /** For Hibernate. */
  protected Payment() {}

  /** A payment that was asked for and is not known to have come. */
  Payment(CallContext context, PaymentDraft draft, PaymentKind kind, String provider) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    customerId = draft.customerId();
    paymentMethodId = draft.paymentMethodId();
    this.kind = kind;
    this.provider = provider;
    currency = draft.amount().currency().getCurrencyCode();
    amount = draft.amount().minor();
    status = PaymentStatus.PENDING;
    choosesInvoices = draft.invoices() != null;
    reference = draft.reference();
    createdAt = context.at();
    updatedAt = context.at();
  }

  /** Identifier; to its provider, the key under which the money is asked for once. */
  public UUID id() {
    return id;
  }

  /** Who pays. */
  public UUID customerId() {
    return customerId;
  }

  /** The method that was used; {@code null}: none that is kept. */
  public @Nullable UUID paymentMethodId() {
    return paymentMethodId;
  }

  /** By what means the money comes. */
  public PaymentKind kind() {
    return kind;
  }

  /** Through whom, {@code manual} for money that people record. */
  public String provider() {
    return provider;
  }

  /** What the provider calls the payment; {@code null}: nothing, or not known yet. */
  public @Nullable String providerPaymentId() {
    return providerPaymentId;
  }

  /** What was paid, or is asked for. */
  public Money amount() {
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

  /** What is left, as credit of the customer; nothing before the money has come. */
  public Money available() {
    return money(
        status.isReceived()
            ? amount - allocatedAmount - refundedAmount - disputedAmount - chargedBackAmount
            : 0);
  }

  /** What can still go back: what came and did not go back yet, nor is held by a dispute. */
  long returnable() {
    return allocatedAmount + available().minor();
  }

  /**
   * As much of an amount as can still go back.
   *
   * @param wanted {@code null}: all that can
   * @throws PaymentException.OtherCurrency if it is in another currency
   */
  @Nullable Money asFarAsReturnable(@Nullable Money wanted) {
    refuseOtherCurrency(wanted);
    return wanted == null ? null : wanted.min(money(returnable()));
  }

  /** Where it stands. */
  public PaymentStatus status() {
    return status;
  }

  /** Whether whoever asked for it chose invoices, or that there be none. */
  boolean choosesInvoices() {
    return choosesInvoices;
  }

  /** What the payer or the bank says of it; {@code null}: nothing. */
  public @Nullable String reference() {
    return reference;
  }

  /** When the money came; {@code null}: it has not. */
  public @Nullable Instant receivedAt() {
    return receivedAt;
  }

  /** How often the provider was asked for the money. */
  public int attempts() {
    return attempts;
  }

  /** When the provider is asked anew; {@code null}: that is not planned. */
  public @Nullable Instant nextAttemptAt() {
    return nextAttemptAt;
  }

  /** Why the last attempt failed, in the provider's code; {@code null}: none did. */
  public @Nullable String failureCode() {
    return failureCode;
  }

  /** Why the last attempt failed, for people; {@code null}: none did. */
  public @Nullable String failureReason() {
    return failureReason;
  }

  /** When it was written down. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When anything of it last changed. */
  public Instant updatedAt() {
    return updatedAt;
  }

  /** Grows by one with each change. */
  public int version() {
    return version;
  }

  Currency currency() {
    return Currency.getInstance(currency);
  }

  Money money(long minor) {
    return new Money(minor, currency());
  }

  /**
   * Lets pass what is in the currency of the payment.
   *
   * @param amount {@code null}: none was said
   * @throws PaymentException.OtherCurrency if it is in another
   */
  void refuseOtherCurrency(@Nullable Money amount) {
    if (amount != null && !amount.currency().equals(currency())) {
      throw new PaymentException.OtherCurrency(currency);
    }
  }

  /** The money came. */
  void succeed(@Nullable String providerName, Instant receivedAt, Instant at) {
    become(PaymentStatus.SUCCEEDED, at);
    providerPaymentId = providerName == null ? providerPaymentId : providerName;
    this.receivedAt = receivedAt;
    nextAttemptAt = null;
    failureCode = null;
    failureReason = null;
  }

  /** The provider takes the money in a while, and has a name for that. */
  void knownAs(String providerName, Instant at) {
    if (!providerName.equals(providerPaymentId)) {
      providerPaymentId = providerName;
      updatedAt = at;
    }
  }

  /** The provider declined. */
  void fail(Decline decline, @Nullable Instant again, Instant at) {
    become(PaymentStatus.FAILED, at);
    failureCode = decline.code();
    failureReason = decline.reason();
    nextAttemptAt = again;
    sentAt = null;
  }

  /** The provider is about to be asked; from now on an answer may be lost. */
  void send(Instant at) {
    if (status == PaymentStatus.FAILED) {
      become(PaymentStatus.PENDING, at);
      nextAttemptAt = null;
    }
    attempts++;
    sentAt = at;
    updatedAt = at;
  }

  /** Whether the provider may have been asked for the money in this attempt. */
  boolean wasSent() {
    return sentAt != null;
  }

  /** When the provider was asked for the money in this attempt, which was sent. */
  Instant sentAt() {
    return Objects.requireNonNull(sentAt, "The attempt was not sent");
  }

  /** Under which key this attempt, which was sent, asks for the money. */
  String attemptKey() {
    return id + "." + attempts;
  }

  /** Whether the provider is to be asked now: for the money, or what became of it. */
  boolean isDue(Instant at) {
    return status == PaymentStatus.PENDING
        || (status == PaymentStatus.FAILED && nextAttemptAt != null && !nextAttemptAt.isAfter(at));
  }

  /** A part of what is left pays invoices. */
  void allocate(long minor, Instant at) {
    allocatedAmount += minor;
    updatedAt = at;
  }

  /** Money goes back by a refund: taken from what pays invoices, and from what is left. */
  void refund(Takings taken, Instant at) {
    allocatedAmount -= taken.allocated();
    refundedAmount += taken.total();
    follow(at);
  }

  /** A refund was not carried out: its money is back, a part of it on invoices. */
  void keepAfterAll(long minor, long onInvoices, Instant at) {
    refundedAmount -= minor;
    allocatedAmount += onInvoices;
    follow(at);
  }

  /** A dispute holds money. */
  void dispute(Takings taken, Instant at) {
    allocatedAmount -= taken.allocated();
    disputedAmount += taken.total();
    follow(at);
  }

  /** A dispute was won: its money is back, a part of it on invoices. */
  void winDispute(long minor, long onInvoices, Instant at) {
    disputedAmount -= minor;
    allocatedAmount += onInvoices;
    follow(at);
  }

  /** A dispute was lost: its money is gone. */
  void loseDispute(long minor, Instant at) {
    disputedAmount -= minor;
    chargedBackAmount += minor;
    follow(at);
  }

  private void follow(Instant at) {
    PaymentStatus next =
        PaymentStates.ofReceived(amount, refundedAmount + chargedBackAmount, disputedAmount);
    if (next == status) {
      updatedAt = at;
    } else {
      become(next, at);
    }
  }

  private void become(PaymentStatus next, Instant at) {
    PaymentStates.check(status, next);
    status = next;
    updatedAt = at;
  }

  /** What the audit trail keeps of a payment. */
  Map<String, @Nullable Object> auditState() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("customerId", customerId.toString());
    state.put("kind", kind.code());
    state.put("provider", provider);
    state.put("providerPaymentId", providerPaymentId);
    state.put("currency", currency);
    state.put("amount", Long.toString(amount));
    state.put("allocatedAmount", Long.toString(allocatedAmount));
    state.put("refundedAmount", Long.toString(refundedAmount));
    state.put("disputedAmount", Long.toString(disputedAmount));
    state.put("chargedBackAmount", Long.toString(chargedBackAmount));
    state.put("status", status.code());
    state.put("reference", reference);
    state.put("receivedAt", receivedAt == null ? null : receivedAt.toString());
    state.put("failureCode", failureCode);
    return state;
  }
}
