package com.dotmac.platform.domain.partners.ledger;

import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.shared.References;
import com.dotmac.platform.domain.tenancy.OwnRows;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An entry of the books, to be read; {@link Ledger} writes them. */
@Entity
@Immutable
@SQLRestriction(OwnRows.CONDITION)
@Table(name = "partner_ledger_entries")
public class LedgerEntry {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @References(
      value = "partner_ledger_transactions",
      with = {"partner_id", "currency"})
  @Column(name = "transaction_id", nullable = false)
  private UUID transactionId;

  @Column(name = "partner_id", nullable = false)
  private UUID partnerId;

  @Column(nullable = false, length = 3)
  @JdbcTypeCode(SqlTypes.CHAR)
  private String currency;

  @Column(nullable = false, length = 20)
  @Convert(converter = LedgerAccount.Column.class)
  private LedgerAccount account;

  @Column(nullable = false)
  private long amount;

  @References("partner_commission_events")
  @Column(name = "commission_event_id")
  private @Nullable UUID commissionEventId;

  @References(
      value = "partner_payouts",
      with = {"partner_id", "currency"})
  @Column(name = "payout_id")
  private @Nullable UUID payoutId;

  @Column(name = "posted_at", nullable = false)
  private Instant postedAt;

  /** For Hibernate. */
  protected LedgerEntry() {}

  /** Identifier. */
  public UUID id() {
    return id;
  }

  /** The transaction that it is part of. */
  public UUID transactionId() {
    return transactionId;
  }

  /** Whose books. */
  public UUID partnerId() {
    return partnerId;
  }

  /** Where. */
  public LedgerAccount account() {
    return account;
  }

  /** How much; positive: debit, negative: credit. */
  public Money amount() {
    return Money.of(amount, currency);
  }

  /** The commission that it is about; {@code null}: a payout. */
  public @Nullable UUID commissionEventId() {
    return commissionEventId;
  }

  /** The payout that it is about; {@code null}: a commission. */
  public @Nullable UUID payoutId() {
    return payoutId;
  }

  /** When it was entered. */
  public Instant postedAt() {
    return postedAt;
  }
}
