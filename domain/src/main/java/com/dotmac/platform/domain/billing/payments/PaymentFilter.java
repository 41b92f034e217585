package com.dotmac.platform.domain.billing.payments;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which payments to list; what is {@code null} does not narrow the list.
 *
 * @param customerId who pays
 * @param status where they stand
 */
public record PaymentFilter(@Nullable UUID customerId, @Nullable PaymentStatus status) {}
