package com.dotmac.platform.domain.partners.ledger;

import com.dotmac.platform.domain.shared.References;
import com.dotmac.platform.domain.tenancy.OwnRows;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;

/** A transaction of the books, to be read; {@link Ledger} writes them. */
@Entity
@Immutable
@SQLRestriction(OwnRows.CONDITION)
@Table(
    name = "partner_ledger_transactions",
    uniqueConstraints =
        @UniqueConstraint(columnNames = {"tenant_id", "id", "partner_id", "currency"}))
public class LedgerTransaction {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @References("partners")
  @Column(name = "partner_id", nullable = false)
  private UUID partnerId;

  @Column(nullable = false, length = 3)
  @JdbcTypeCode(SqlTypes.CHAR)
  private String currency;

  @Column(nullable = false, length = 20)
  @Convert(converter = LedgerKind.Column.class)
  private LedgerKind kind;

  @Column(name = "posted_at", nullable = false)
  private Instant postedAt;

  /** For Hibernate. */
  protected LedgerTransaction() {}

  /** Identifier. */
  public UUID id() {
    return id;
  }

  /** Whose books. */
  public UUID partnerId() {
    return partnerId;
  }

  /** Of all its entries. */
  public Currency currency() {
    return Currency.getInstance(currency);
  }

  /** Why it was entered. */
  public LedgerKind kind() {
    return kind;
  }

  /** When it was entered, which decides the period it is in. */
  public Instant postedAt() {
    return postedAt;
  }
}
