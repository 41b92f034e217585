package com.dotmac.platform.domain.billing.catalog;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which products a list shows.
 *
 * @param status only these; {@code null}: all
 * @param categoryId only those in this category; {@code null}: all
 * @param search text that name or code contain, whatever its case; {@code null}: any
 */
public record ProductFilter(
    @Nullable CatalogStatus status, @Nullable UUID categoryId, @Nullable String search) {}
