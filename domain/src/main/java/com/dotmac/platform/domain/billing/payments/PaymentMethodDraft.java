package com.dotmac.platform.domain.billing.payments;

import org.jspecify.annotations.Nullable;

/**
 * A payment method as it is added.
 *
 * @param kind by what means money comes
 * @param label what people call it, at most 100 characters
 * @param provider who draws the money; {@code manual}: nobody, people record it
 * @param providerReference what the provider calls it, at most 255 characters; {@code null} only
 *     with {@code manual}
 * @param isDefault whether it takes the place of the default one
 */
public record PaymentMethodDraft(
    PaymentKind kind,
    String label,
    String provider,
    @Nullable String providerReference,
    boolean isDefault) {}
