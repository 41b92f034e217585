package com.dotmac.platform.domain.billing.invoices;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which invoices a list shows.
 *
 * @param status only these; {@code null}: all
 * @param customerId only those of a customer; {@code null}: of all
 * @param number the one with a number; {@code null}: any
 * @param dueBefore only those that are due before this day, so no drafts; {@code null}: any
 */
public record InvoiceFilter(
    @Nullable InvoiceStatus status,
    @Nullable UUID customerId,
    @Nullable String number,
    @Nullable LocalDate dueBefore) {}
