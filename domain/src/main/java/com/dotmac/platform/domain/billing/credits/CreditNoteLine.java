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
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;

/** What a credit note takes back of a line of its invoice. Never changed. */
@Entity
@Immutable
@SQLRestriction(OwnRows.CONDITION)
@Table(
    name = "credit_note_lines",
    uniqueConstraints = {
      @UniqueConstraint(columnNames = {"tenant_id", "credit_note_id", "position"}),
      @UniqueConstraint(columnNames = {"tenant_id", "credit_note_id", "invoice_line_id"})
    })
public class CreditNoteLine {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @Column(name = "credit_note_id", nullable = false)
  @References("credit_notes")
  private UUID creditNoteId;

  @Column(name = "invoice_line_id", nullable = false)
  @References("invoice_lines")
  private UUID invoiceLineId;

  @Column(nullable = false)
  private int position;

  @Column(nullable = false, length = 500)
  private String description;

  @Column(name = "tax_rate", nullable = false, precision = 7, scale = 6)
  private BigDecimal taxRate;

  @Column(name = "net_amount", nullable = false)
  private long netAmount;

  @Column(name = "tax_amount", nullable = false)
  private long taxAmount;

  /** For Hibernate. */
  protected CreditNoteLine() {}

  CreditNoteLine(CallContext context, CreditNote note, int position, CreditedPart part) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    creditNoteId = note.id();
    invoiceLineId = part.line().id();
    this.position = position;
    description = part.line().description();
    taxRate = part.line().taxRate();
    netAmount = part.net().minor();
    taxAmount = part.tax().minor();
  }

  /** Identifier. */
  public UUID id() {
    return id;
  }

  /** The note it stands on. */
  public UUID creditNoteId() {
    return creditNoteId;
  }

  /** Line of the invoice. */
  public UUID invoiceLineId() {
    return invoiceLineId;
  }

  /** Its place on the note, from 1. */
  public int position() {
    return position;
  }

  /** That of the line of the invoice. */
  public String description() {
    return description;
  }

  /** As a fraction. */
  public BigDecimal taxRate() {
    return taxRate;
  }

  /**
   * What is taken back before tax; below nothing of a line that deducts.
   *
   * @param currency of the note
   */
  public Money net(Currency currency) {
    return new Money(netAmount, currency);
  }

  /**
   * The tax of that.
   *
   * @param currency of the note
   */
  public Money tax(Currency currency) {
    return new Money(taxAmount, currency);
  }
}
