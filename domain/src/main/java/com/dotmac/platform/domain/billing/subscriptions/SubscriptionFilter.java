package com.dotmac.platform.domain.billing.subscriptions;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which subscriptions a list shows.
 *
 * @param status only these; {@code null}: all
 * @param customerId only those of this customer; {@code null}: all
 * @param planId only those that have this plan now; {@code null}: all
 */
public record SubscriptionFilter(
    @Nullable SubscriptionStatus status, @Nullable UUID customerId, @Nullable UUID planId) {}
