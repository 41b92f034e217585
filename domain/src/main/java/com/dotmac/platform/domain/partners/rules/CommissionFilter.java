package com.dotmac.platform.domain.partners.rules;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which rules a list shows.
 *
 * @param status only these; {@code null}: all
 * @param partnerId only those for this partner alone; {@code null}: any
 * @param search text that the name contains, whatever its case; {@code null}: any
 */
public record CommissionFilter(
    @Nullable RuleStatus status, @Nullable UUID partnerId, @Nullable String search) {}
