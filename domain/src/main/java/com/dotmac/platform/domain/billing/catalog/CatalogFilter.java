package com.dotmac.platform.domain.billing.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Which categories a list shows.
 *
 * @param status only these; {@code null}: all
 * @param search text that name or code contain, whatever its case; {@code null}: any
 */
public record CatalogFilter(@Nullable CatalogStatus status, @Nullable String search) {}
