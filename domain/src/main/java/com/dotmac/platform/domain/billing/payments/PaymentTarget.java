package com.dotmac.platform.domain.billing.payments;

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
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** An invoice that a payment was meant for when it was asked for; used once its money comes. */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Immutable
@Table(
    name = "payment_targets",
    uniqueConstraints = {
      @UniqueConstraint(columnNames = {"tenant_id", "payment_id", "invoice_id"}),
      @UniqueConstraint(columnNames = {"tenant_id", "payment_id", "position"})
    })
public class PaymentTarget {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @References("payments")
  @Column(name = "payment_id", nullable = false)
  private UUID paymentId;

  @Column(nullable = false)
  private int position;

  @References("invoices")
  @Column(name = "invoice_id", nullable = false)
  private UUID invoiceId;

  @Column private @Nullable Long amount;

  /** For Hibernate. */
  protected PaymentTarget() {}

  PaymentTarget(CallContext context, UUID paymentId, int position, WantedAllocation wanted) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    this.paymentId = paymentId;
    this.position = position;
    invoiceId = wanted.invoiceId();
    amount = wanted.amount() == null ? null : wanted.amount().minor();
  }

  /** What was wanted of a payment. */
  WantedAllocation wanted(Payment payment) {
    Money said = amount == null ? null : payment.money(amount);
    return new WantedAllocation(invoiceId, said);
  }
}
