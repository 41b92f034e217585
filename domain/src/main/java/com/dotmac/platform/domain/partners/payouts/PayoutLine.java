package com.dotmac.platform.domain.partners.payouts;

import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.shared.References;
import com.dotmac.platform.domain.tenancy.OwnRows;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;

/**
 * A line of commission that a payout was made of. Stays, whatever becomes of the payout: it says
 * which lines are free again, and which are taken when it is tried again.
 */
@Entity
@Immutable
@SQLRestriction(OwnRows.CONDITION)
@Table(
    name = "partner_payout_lines",
    uniqueConstraints =
        @UniqueConstraint(columnNames = {"tenant_id", "payout_id", "commission_event_id"}))
public class PayoutLine {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @References(
      value = "partner_payouts",
      with = {"partner_id", "currency"})
  @Column(name = "payout_id", nullable = false)
  private UUID payoutId;

  @Column(name = "partner_id", nullable = false)
  private UUID partnerId;

  @Column(nullable = false, length = 3)
  @JdbcTypeCode(SqlTypes.CHAR)
  private String currency;

  @References("partner_commission_events")
  @Column(name = "commission_event_id", nullable = false)
  private UUID commissionEventId;

  @Column(nullable = false)
  private long amount;

  /** For Hibernate. */
  protected PayoutLine() {}

  /** Identifier. */
  public UUID id() {
    return id;
  }

  /** The payout. */
  public UUID payoutId() {
    return payoutId;
  }

  /** Who is paid. */
  public UUID partnerId() {
    return partnerId;
  }

  /** The line of commission. */
  public UUID commissionEventId() {
    return commissionEventId;
  }

  /** What it adds to the payout; negative: was lost. */
  public Money amount() {
    return Money.of(amount, currency);
  }
}
