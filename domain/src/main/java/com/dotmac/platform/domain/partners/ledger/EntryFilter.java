package com.dotmac.platform.domain.partners.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries to show; whatever is {@code null} does not narrow.
 *
 * @param partnerId whose
 * @param currency in which, by its code
 * @param account where
 * @param from entered at this instant or later
 * @param to entered before this instant
 */
public record EntryFilter(
    UUID partnerId,
    @Nullable String currency,
    @Nullable LedgerAccount account,
    @Nullable Instant from,
    @Nullable Instant to) {}
