package com.dotmac.platform.domain.billing.payments;

import com.dotmac.platform.domain.shared.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a provider tells of a payment by itself.
 *
 * @param kind what happened
 * @param name what the provider calls the charge, the refund or the dispute; needed for a dispute
 * @param refundId the refund, where it is about one; else {@code null}
 * @param amount what is disputed; {@code null}: all that did not go back yet
 * @param decline why something was not done; {@code null}: the provider does not say
 * @param at when it happened; {@code null}: now
 */
public record ProviderNotice(
    NoticeKind kind,
    @Nullable String name,
    @Nullable UUID refundId,
    @Nullable Money amount,
    @Nullable Decline decline,
    @Nullable Instant at) {}
