package com.dotmac.platform.domain.billing.payments;

import com.dotmac.platform.domain.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment as it is asked for.
 *
 * @param customerId who pays
 * @param amount how much, more than nothing
 * @param kind by what means, for money that people record; {@code null} where a method says it
 * @param paymentMethodId the customer's method; {@code null}: none that is kept
 * @param receivedAt when the money came, for money that people record; {@code null}: now
 * @param reference what the payer or the bank says of it; {@code null}: nothing
 * @param invoices what it is meant for; an empty list: kept as credit; {@code null}: the open
 *     invoices of the customer in this currency, those that are due first before the others
 */
public record PaymentDraft(
    UUID customerId,
    Money amount,
    @Nullable PaymentKind kind,
    @Nullable UUID paymentMethodId,
    @Nullable Instant receivedAt,
    @Nullable String reference,
    @Nullable List<WantedAllocation> invoices) {

  /** Takes a copy. */
  public PaymentDraft {
    invoices = invoices == null ? null : List.copyOf(invoices);
  }
}
