package com.dotmac.platform.domain.partners.payouts;

import com.dotmac.platform.domain.shared.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a partner would be paid now.
 *
 * @param partnerId who
 * @param lines how many lines there are
 * @param amount what they come to; may be negative
 * @param withheld why it is not paid; {@code null}: it is
 */
public record ProposedPayout(
    UUID partnerId, long lines, Money amount, @Nullable WithheldReason withheld) {}
