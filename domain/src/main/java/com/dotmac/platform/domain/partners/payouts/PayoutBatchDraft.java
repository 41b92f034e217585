package com.dotmac.platform.domain.partners.payouts;

import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A batch to be made.
 *
 * @param currency of all its payouts
 * @param cutAt only what was approved before this instant; {@code null}: before now
 * @param provider who moves the money
 */
public record PayoutBatchDraft(Currency currency, @Nullable Instant cutAt, String provider) {}
