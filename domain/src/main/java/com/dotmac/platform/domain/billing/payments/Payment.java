package com.dotmac.platform.domain.billing.payments;

import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.shared.References;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.OwnRows;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
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
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
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

  @Embedded private PaymentAmounts amounts;

  @Column(nullable = false, length = 20)
  @Convert(converter = PaymentStatus.Column.class)
  private PaymentStatus status;

  @Column(name = "chooses_invoices", nullable = false, updatable = false)
  private boolean choosesInvoices;

  @Column(length = 255, updatable = false)
  private @Nullable String reference;

  @Column(name = "received_at")
  private @Nullable Instant receivedAt;

  @Embedded private PaymentAttempts attempts;

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
    amounts = new PaymentAmounts(draft.amount());
    attempts = new PaymentAttempts();
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
    return amounts.amount();
  }

  /** Where the money is now. */
  public PaymentAmounts amounts() {
    return amounts;
  }

  /** What is left, as credit of the customer; nothing before the money has come. */
  public Money available() {
    return status.isReceived() ? amounts.left() : Money.zero(currency());
  }

  /** What can still go back: what came and did not go back yet, nor is held by a dispute. */
  long returnable() {
    return amounts.allocated().plus(available()).minor();
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

  /** How the provider was asked for the money, and what came of it. */
  public PaymentAttempts attempts() {
    return attempts;
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
    return amounts.currency();
  }

  Money money(long minor) {
    return amounts.money(minor);
  }

  /**
   * Lets pass what is in the currency of the payment.
   *
   * @param amount {@code null}: none was said
   * @throws PaymentException.OtherCurrency if it is in another
   */
  void refuseOtherCurrency(@Nullable Money amount) {
    if (amount != null && !amount.currency().equals(currency())) {
      throw new PaymentException.OtherCurrency(currency().getCurrencyCode());
    }
  }

  /** The money came. */
  void succeed(@Nullable String providerName, Instant receivedAt, Instant at) {
    become(PaymentStatus.SUCCEEDED, at);
    providerPaymentId = providerName == null ? providerPaymentId : providerName;
    this.receivedAt = receivedAt;
    attempts.succeed();
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
    attempts.fail(decline, again);
  }

  /** The provider is about to be asked; from now on an answer may be lost. */
  void send(Instant at) {
    if (status == PaymentStatus.FAILED) {
      become(PaymentStatus.PENDING, at);
    }
    attempts.begin(at);
    updatedAt = at;
  }

  /** Under which key this attempt, which was sent, asks for the money. */
  String attemptKey() {
    return id + "." + attempts.count();
  }

  /** Whether the provider is to be asked now: for the money, or what became of it. */
  boolean isDue(Instant at) {
    return status == PaymentStatus.PENDING
        || (status == PaymentStatus.FAILED && attempts.isDueAnew(at));
  }

  /** A part of what is left pays invoices. */
  void allocate(long minor, Instant at) {
    amounts.allocate(minor);
    updatedAt = at;
  }

  /** Money goes back by a refund: taken from what pays invoices, and from what is left. */
  void refund(Takings taken, Instant at) {
    amounts.refund(taken);
    follow(at);
  }

  /** A refund was not carried out: its money is back, a part of it on invoices. */
  void keepAfterAll(long minor, long onInvoices, Instant at) {
    amounts.keepAfterAll(minor, onInvoices);
    follow(at);
  }

  /** A dispute holds money. */
  void dispute(Takings taken, Instant at) {
    amounts.dispute(taken);
    follow(at);
  }

  /** A dispute was won: its money is back, a part of it on invoices. */
  void winDispute(long minor, long onInvoices, Instant at) {
    amounts.winDispute(minor, onInvoices);
    follow(at);
  }

  /** A dispute was lost: its money is gone. */
  void loseDispute(long minor, Instant at) {
    amounts.loseDispute(minor);
    follow(at);
  }

  private void follow(Instant at) {
    PaymentStatus next = amounts.status();
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
    amounts.describe(state);
    state.put("status", status.code());
    state.put("reference", reference);
    state.put("receivedAt", receivedAt == null ? null : receivedAt.toString());
    state.put("failureCode", attempts.failureCode());
    return state;
  }
}
