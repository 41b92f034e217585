package com.dotmac.platform.domain.billing.invoices;

import com.dotmac.platform.domain.shared.Money;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wish for a line, part of which the catalogue may say.
 *
 * @param productId what is sold; {@code null}: something that is not in the catalogue, or a plan
 * @param planId by which plan; {@code null}: by none
 * @param description what for; {@code null}: the name of the plan or product
 * @param quantity how many
 * @param unitPrice price of one; {@code null}: that of the plan
 * @param discountRate discount as a fraction; {@code null}: what the pricing rules say
 * @param discount discount as an amount; {@code null}: none by amount
 * @param taxRate tax as a fraction; {@code null}: that of the product and the customer, or none
 */
public record LineRequest(
    @Nullable UUID productId,
    @Nullable UUID planId,
    @Nullable String description,
    BigDecimal quantity,
    @Nullable Money unitPrice,
    @Nullable BigDecimal discountRate,
    @Nullable Money discount,
    @Nullable BigDecimal taxRate) {}
