package com.dotmac.platform.domain.partners.commissions;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of commission to list; {@code null} anywhere: all.
 *
 * @param partnerId of whom
 * @param status how far they are
 * @param kind what they are
 * @param currency code of ISO 4217
 * @param customerId by whose money
 * @param invoiceId on which invoice
 * @param payoutId with which payout
 * @param from first instant at which their facts happened
 * @param to first instant after that
 */
public record CommissionEventFilter(
    @Nullable UUID partnerId,
    @Nullable CommissionStatus status,
    @Nullable CommissionKind kind,
    @Nullable String currency,
    @Nullable UUID customerId,
    @Nullable UUID invoiceId,
    @Nullable UUID payoutId,
    @Nullable Instant from,
    @Nullable Instant to) {}
