package com.dotmac.platform.domain.billing.invoices;

import com.dotmac.platform.domain.billing.events.Facts;
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
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What a customer owes.
 *
 * <p>The balance is always total less payments plus refunds less credits, in every state; a void
 * invoice has one and nobody owes it. Changed only through {@link InvoiceService} and {@link
 * InvoiceSettlement}.
 */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(
    name = "invoices",
    uniqueConstraints = {
      @UniqueConstraint(columnNames = {"tenant_id", "number"}),
      @UniqueConstraint(columnNames = {"tenant_id", "id", "customer_id", "currency"})
    })
public class Invoice {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @Column(length = 30)
  private @Nullable String number;

  @References("customers")
  @Column(name = "customer_id", nullable = false, updatable = false)
  private UUID customerId;

  @Column(nullable = false, length = 3, updatable = false)
  @JdbcTypeCode(SqlTypes.CHAR)
  private String currency;

  @Column(nullable = false, length = 20)
  @Convert(converter = InvoiceStatus.Column.class)
  private InvoiceStatus status;

  @Column(name = "payment_days", nullable = false)
  private int paymentDays;

  @Column(length = 1000)
  private @Nullable String memo;

  @Column(name = "subtotal_amount", nullable = false)
  private long subtotalAmount;

  @Column(name = "discount_amount", nullable = false)
  private long discountAmount;

  @Column(name = "tax_amount", nullable = false)
  private long taxAmount;

  @Column(name = "total_amount", nullable = false)
  private long totalAmount;

  @Column(name = "paid_amount", nullable = false)
  private long paidAmount;

  @Column(name = "refunded_amount", nullable = false)
  private long refundedAmount;

  @Column(name = "credited_amount", nullable = false)
  private long creditedAmount;

  /** For queries; {@link #balance} derives the same and never lags behind. */
  @Column(name = "balance_amount", nullable = false, insertable = false, updatable = false)
  private long balanceAmount;

  @Column(name = "bill_to")
  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Map<String, @Nullable Object> billTo;

  @Column(name = "issued_on")
  private @Nullable LocalDate issuedOn;

  @Column(name = "due_on")
  private @Nullable LocalDate dueOn;

  @Column(name = "finalised_at")
  private @Nullable Instant finalisedAt;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  @Version
  @Column(nullable = false)
  private int version;

  /** For Hibernate. */
  protected Invoice() {}

  Invoice(CallContext context, InvoiceDraft draft) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    customerId = draft.customerId();
    currency = draft.currency().getCurrencyCode();
    status = InvoiceStatus.DRAFT;
    createdAt = context.at();
    change(draft, context.at());
  }

  /** Identifier. */
  public UUID id() {
    return id;
  }

  /** Number for people, {@code INV-2026-000042}; {@code null} while it is a draft. */
  public @Nullable String number() {
    return number;
  }

  /** Who owes it. */
  public UUID customerId() {
    return customerId;
  }

  /** Currency of all its amounts. */
  public Currency currency() {
    return Currency.getInstance(currency);
  }

  /** Where it stands. */
  public InvoiceStatus status() {
    return status;
  }

  /** Days from the issue until it is due. */
  public int paymentDays() {
    return paymentDays;
  }

  /** Words for the customer; {@code null}: none. */
  public @Nullable String memo() {
    return memo;
  }

  /** What the lines come to. */
  public InvoiceTotals totals() {
    return new InvoiceTotals(money(subtotalAmount), money(discountAmount), money(taxAmount));
  }

  /** What it is over. */
  public Money total() {
    return money(totalAmount);
  }

  /** What was allocated to it of payments, whatever was taken back later. */
  public Money paid() {
    return money(paidAmount);
  }

  /** What was taken back of that. */
  public Money refunded() {
    return money(refundedAmount);
  }

  /** What was applied to it of credit notes. */
  public Money credited() {
    return money(creditedAmount);
  }

  /** Total less payments plus refunds less credits. */
  public Money balance() {
    return money(totalAmount - paidAmount + refundedAmount - creditedAmount);
  }

  /** Name and address of the customer as finalised; {@code null} while it is a draft. */
  public @Nullable Map<String, @Nullable Object> billTo() {
    return billTo;
  }

  /** Day of the issue in the zone of the tenant; {@code null} while it is a draft. */
  public @Nullable LocalDate issuedOn() {
    return issuedOn;
  }

  /** Last day on which it can be paid in time; {@code null} while it is a draft. */
  public @Nullable LocalDate dueOn() {
    return dueOn;
  }

  /** When it was finalised; {@code null} while it is a draft. */
  public @Nullable Instant finalisedAt() {
    return finalisedAt;
  }

  /** When it was created. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When it was last changed. */
  public Instant updatedAt() {
    return updatedAt;
  }

  /** Grows by one with each change. */
  public int version() {
    return version;
  }

  final void change(InvoiceDraft draft, Instant at) {
    InvoiceTotals totals = InvoiceTotals.of(currency(), draft.lines());
    paymentDays = draft.paymentDays();
    memo = draft.memo();
    subtotalAmount = totals.subtotal().minor();
    discountAmount = totals.discount().minor();
    taxAmount = totals.tax().minor();
    totalAmount = totals.total().minor();
    updatedAt = at;
  }

  void finalise(String drawn, Map<String, @Nullable Object> to, LocalDate issueDay, Instant at) {
    number = drawn;
    billTo = to;
    issuedOn = issueDay;
    dueOn = issueDay.plusDays(paymentDays);
    finalisedAt = at;
    become(InvoiceStates.settled(status, totalAmount, totalAmount), at);
  }

  /** Moves money in or out, and into the state that follows from it. */
  void settle(long paidMore, long refundedMore, long creditedMore, Instant at) {
    paidAmount = Math.addExact(paidAmount, paidMore);
    refundedAmount = Math.addExact(refundedAmount, refundedMore);
    creditedAmount = Math.addExact(creditedAmount, creditedMore);
    InvoiceStatus next = InvoiceStates.settled(status, totalAmount, balance().minor());
    if (next == status) {
      updatedAt = at;
    } else {
      become(next, at);
    }
  }

  void become(InvoiceStatus next, Instant at) {
    InvoiceStates.check(status, next);
    status = next;
    updatedAt = at;
  }

  /** What the audit trail keeps of an invoice. */
  Map<String, @Nullable Object> auditState() {
    return facts()
        .with("paymentDays", paymentDays)
        .with("memo", memo)
        .with("paid", paid())
        .with("refunded", refunded())
        .with("credited", credited())
        .map();
  }

  /** What is to be known of it in each fact about it. */
  Facts facts() {
    return new Facts()
        .with("invoiceId", id)
        .with("number", number)
        .with("customerId", customerId)
        .with("status", status)
        .with("total", total())
        .with("tax", money(taxAmount))
        .with("balance", balance())
        .with("issuedOn", issuedOn)
        .with("dueOn", dueOn);
  }

  private Money money(long minor) {
    return new Money(minor, currency());
  }
}
