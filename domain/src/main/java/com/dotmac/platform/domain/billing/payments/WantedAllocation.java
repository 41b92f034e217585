package com.dotmac.platform.domain.billing.payments;

import com.dotmac.platform.domain.shared.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invoice that money is meant for.
 *
 * @param invoiceId the invoice
 * @param amount how much of the money, more than nothing; {@code null}: what the invoice owes, as
 *     far as the money goes
 */
public record WantedAllocation(UUID invoiceId, @Nullable Money amount) {}
