package com.dotmac.platform.domain.customers;

import org.jspecify.annotations.Nullable;

/**
 * Which customers a list shows.
 *
 * @param status only these; {@code null}: all
 * @param search text that name, number or address contain, whatever its case; {@code null}: any
 */
public record CustomerFilter(@Nullable CustomerStatus status, @Nullable String search) {}
