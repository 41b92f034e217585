package com.dotmac.platform.domain.billing.catalog;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which plans a list shows.
 *
 * @param status only these; {@code null}: all
 * @param productId only those of this product; {@code null}: all
 * @param search text that name or code contain, whatever its case; {@code null}: any
 */
public record PlanFilter(
    @Nullable CatalogStatus status, @Nullable UUID productId, @Nullable String search) {}
