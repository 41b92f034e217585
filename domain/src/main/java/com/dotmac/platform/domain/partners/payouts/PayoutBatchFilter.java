package com.dotmac.platform.domain.partners.payouts;

import org.jspecify.annotations.Nullable;

/**
 * Which batches to show; whatever is {@code null} does not narrow.
 *
 * @param status where they stand
 * @param currency in which, by its code
 */
public record PayoutBatchFilter(@Nullable BatchStatus status, @Nullable String currency) {}
