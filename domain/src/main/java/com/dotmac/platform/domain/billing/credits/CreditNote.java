package com.dotmac.platform.domain.billing.credits;

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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What of an invoice is not owed after all. It is applied to invoices of the customer; what is not
 * applied is his credit. Its amounts never change. Changed only through {@link CreditNoteService}.
 */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(
    name = "credit_notes",
    uniqueConstraints = @UniqueConstraint(columnNames = {"tenant_id", "number"}))
public class CreditNote {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @Column(nullable = false, length = 20, updatable = false)
  private String number;

  @Column(name = "invoice_id", nullable = false, updatable = false)
  @References("invoices")
  private UUID invoiceId;

  @Column(name = "customer_id", nullable = false, updatable = false)
  @References("customers")
  private UUID customerId;

  @Column(nullable = false, length = 3, updatable = false)
  @JdbcTypeCode(SqlTypes.CHAR)
  private String currency;

  @Column(nullable = false, length = 500, updatable = false)
  private String reason;

  @Column(nullable = false, length = 20)
  @Convert(converter = CreditNoteStatus.Column.class)
  private CreditNoteStatus status;

  @Column(name = "issued_on", nullable = false, updatable = false)
  private LocalDate issuedOn;

  @Column(name = "net_amount", nullable = false, updatable = false)
  private long netAmount;

  @Column(name = "tax_amount", nullable = false, updatable = false)
  private long taxAmount;

  @Column(name = "total_amount", nullable = false, updatable = false)
  private long totalAmount;

  @Column(name = "applied_amount", nullable = false)
  private long appliedAmount;

  /** Made by the database; here for queries. */
  @Column(name = "remaining_amount", nullable = false, insertable = false, updatable = false)
  private long remainingAmount;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  @Version
  @Column(nullable = false)
  private int version;

  /** For Hibernate. */
  protected CreditNote() {}

  CreditNote(
      CallContext context,
      String number,
      LocalDate issuedOn,
      UUID invoiceId,
      UUID customerId,
      String reason,
      Money net,
      Money tax) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    this.number = number;
    this.issuedOn = issuedOn;
    this.invoiceId = invoiceId;
    this.customerId = customerId;
    this.reason = reason;
    currency = net.currency().getCurrencyCode();
    netAmount = net.minor();
    taxAmount = tax.minor();
    totalAmount = net.plus(tax).minor();
    status = CreditNoteStatus.ISSUED;
    createdAt = context.at();
    updatedAt = context.at();
  }

  /** Identifier. */
  public UUID id() {
    return id;
  }

  /** Number for people, {@code CN-2026-000042}. */
  public String number() {
    return number;
  }

  /** The invoice of which it takes something back. */
  public UUID invoiceId() {
    return invoiceId;
  }

  /** The customer of that invoice. */
  public UUID customerId() {
    return customerId;
  }

  /** Why, in words. */
  public String reason() {
    return reason;
  }

  /** What became of it. */
  public CreditNoteStatus status() {
    return status;
  }

  /** Its day in the zone of the tenant. */
  public LocalDate issuedOn() {
    return issuedOn;
  }

  /** What it takes back before tax. */
  public Money net() {
    return Money.of(netAmount, currency);
  }

  /** The tax of that. */
  public Money tax() {
    return Money.of(taxAmount, currency);
  }

  /** What it is over, with tax. */
  public Money total() {
    return Money.of(totalAmount, currency);
  }

  /** What of it was applied. */
  public Money applied() {
    return Money.of(appliedAmount, currency);
  }

  /** What of it is credit of the customer; nothing once it is void. */
  public Money remaining() {
    return status == CreditNoteStatus.VOID
        ? Money.zero(total().currency())
        : total().minus(applied());
  }

  /** When it was issued. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When it was last applied, given back or made void. */
  public Instant updatedAt() {
    return updatedAt;
  }

  /** Grows by one with each change. */
  public int version() {
    return version;
  }

  /** Uses a part of it, which is not more than what remains. */
  void apply(Money part, Instant at) {
    become(applied().plus(part), at);
  }

  /** Gets back a part that was used. */
  void giveBack(Money part, Instant at) {
    become(applied().minus(part), at);
  }

  /** Makes it count no more; nothing of it is in use. */
  void makeVoid(Instant at) {
    status = CreditNoteStatus.VOID;
    updatedAt = at;
  }

  private void become(Money applied, Instant at) {
    appliedAmount = applied.minor();
    status =
        appliedAmount == 0
            ? CreditNoteStatus.ISSUED
            : appliedAmount == totalAmount
                ? CreditNoteStatus.APPLIED
                : CreditNoteStatus.PARTIALLY_APPLIED;
    updatedAt = at;
  }

  /** What the audit trail keeps of a credit note. */
  Map<String, @Nullable Object> auditState() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("number", number);
    state.put("invoiceId", invoiceId.toString());
    state.put("customerId", customerId.toString());
    state.put("reason", reason);
    state.put("status", status.code());
    state.put("total", total().toString());
    state.put("applied", applied().toString());
    return state;
  }
}
