package com.dotmac.platform.domain.partners.exports;

import com.dotmac.platform.domain.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of commission, as an export has it. Kinds, causes and states are codes.
 *
 * @param id identifier
 * @param partnerNumber number of the partner
 * @param partnerName what the partner is called
 * @param base what the sum sold and paid changed by
 * @param rate where there is one for the whole base
 * @param amount what was earned; below zero: lost
 * @param occurredAt when the fact happened
 * @param approvedAt when it was approved; {@code null}: it is not
 * @param paidAt when it was paid out; {@code null}: it is not
 * @param customerId by whose money; {@code null}: nobody's, or he is gone
 * @param invoiceId on which invoice; {@code null}: on none, or it is gone
 * @param payoutId with what it is paid out; {@code null}: not yet
 * @param reason why somebody wrote it by hand
 */
public record ExportLine(
    UUID id,
    String partnerNumber,
    String partnerName,
    String kind,
    String cause,
    String status,
    Money base,
    @Nullable BigDecimal rate,
    Money amount,
    Instant occurredAt,
    @Nullable Instant approvedAt,
    @Nullable Instant paidAt,
    @Nullable UUID customerId,
    @Nullable UUID invoiceId,
    @Nullable UUID payoutId,
    @Nullable String reason) {}
