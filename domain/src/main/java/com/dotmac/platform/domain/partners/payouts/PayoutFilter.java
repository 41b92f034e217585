package com.dotmac.platform.domain.partners.payouts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which payouts to show; whatever is {@code null} does not narrow.
 *
 * @param batchId of which batch
 * @param partnerId to whom
 * @param status where they stand
 */
public record PayoutFilter(
    @Nullable UUID batchId, @Nullable UUID partnerId, @Nullable PayoutStatus status) {}
