package com.dotmac.platform.domain.billing.credits;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which credit notes a list shows.
 *
 * @param customerId of which customer; {@code null}: of all
 * @param invoiceId of which invoice; {@code null}: of all
 * @param status in which state; {@code null}: in any
 */
public record CreditNoteFilter(
    @Nullable UUID customerId, @Nullable UUID invoiceId, @Nullable CreditNoteStatus status) {}
