package com.dotmac.platform.domain.partners;

import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.OwnRows;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;

/**
 * The least that is paid out in a currency. Belongs to the {@linkplain PartnerSettings settings},
 * whose version guards it.
 */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(name = "partner_payout_minimums")
public class PayoutMinimum {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false, length = 3)
  @JdbcTypeCode(SqlTypes.CHAR)
  private String currency;

  @Column(nullable = false)
  private long amount;

  /** For Hibernate. */
  protected PayoutMinimum() {}

  PayoutMinimum(CallContext context, Money least) {
    tenantId = context.scope().tenantId();
    currency = least.currency().getCurrencyCode();
    amount = least.minor();
  }

  /** The least that is paid out. */
  public Money least() {
    return Money.of(amount, currency);
  }

  void become(Money least) {
    amount = least.minor();
  }
}
