package com.dotmac.platform.domain.billing.credits;

import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.shared.References;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.OwnRows;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A part of a credit note that was used for an invoice. Never removed: it may be undone, once. */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(name = "credit_note_applications")
public class CreditNoteApplication {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @Column(name = "credit_note_id", nullable = false, updatable = false)
  @References("credit_notes")
  private UUID creditNoteId;

  @Column(name = "invoice_id", nullable = false, updatable = false)
  @References("invoices")
  private UUID invoiceId;

  @Column(nullable = false, length = 3, updatable = false)
  @JdbcTypeCode(SqlTypes.CHAR)
  private String currency;

  @Column(nullable = false, updatable = false)
  private long amount;

  @Column(name = "applied_at", nullable = false, updatable = false)
  private Instant appliedAt;

  @Column(name = "undone_at")
  private @Nullable Instant undoneAt;

  /** For Hibernate. */
  protected CreditNoteApplication() {}

  CreditNoteApplication(CallContext context, CreditNote note, UUID invoiceId, Money amount) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    creditNoteId = note.id();
    this.invoiceId = invoiceId;
    currency = amount.currency().getCurrencyCode();
    this.amount = amount.minor();
    appliedAt = context.at();
  }

  /** Identifier. */
  public UUID id() {
    return id;
  }

  /** The note that was used. */
  public UUID creditNoteId() {
    return creditNoteId;
  }

  /** The invoice it was used for. */
  public UUID invoiceId() {
    return invoiceId;
  }

  /** How much. */
  public Money amount() {
    return Money.of(amount, currency);
  }

  /** When it was applied. */
  public Instant appliedAt() {
    return appliedAt;
  }

  /** When it was undone; {@code null} while it counts. */
  public @Nullable Instant undoneAt() {
    return undoneAt;
  }

  void undo(Instant at) {
    undoneAt = at;
  }
}
