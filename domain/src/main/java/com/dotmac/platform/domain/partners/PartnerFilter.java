package com.dotmac.platform.domain.partners;

import org.jspecify.annotations.Nullable;

/**
 * Which partners a list shows.
 *
 * @param status only these; {@code null}: all
 * @param tier only these; {@code null}: all
 * @param search text that company name, number or primary address contain, whatever its case;
 *     {@code null}: any
 */
public record PartnerFilter(
    @Nullable PartnerStatus status, @Nullable PartnerTier tier, @Nullable String search) {}
