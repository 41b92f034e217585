package com.dotmac.platform.domain.partners.statements;

import com.dotmac.platform.domain.partners.ledger.Movement;
import com.dotmac.platform.domain.shared.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the books that a statement adds up.
 *
 * @param id identifier of the entry
 * @param movement what it is part of
 * @param amount by how much more the partner is owed; below zero: less
 * @param postedAt when it was entered
 * @param commissionEventId the line of commission that it is about; {@code null}: a payout
 * @param payoutId the payout that it is about; {@code null}: a line of commission
 * @param customerId by whose money; {@code null}: nobody's, or he is gone
 * @param invoiceId on which invoice; {@code null}: on none, or it is gone
 * @param reason why somebody wrote it by hand
 */
public record StatementLine(
    UUID id,
    Movement movement,
    Money amount,
    Instant postedAt,
    @Nullable UUID commissionEventId,
    @Nullable UUID payoutId,
    @Nullable UUID customerId,
    @Nullable UUID invoiceId,
    @Nullable String reason) {}
