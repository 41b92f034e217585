package com.dotmac.platform.domain.billing.payments;

import com.dotmac.platform.domain.shared.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An allocation that money is to be taken back from.
 *
 * @param allocationId the allocation
 * @param amount how much, more than nothing; {@code null}: all that is left of it
 */
public record WantedRefund(UUID allocationId, @Nullable Money amount) {}
