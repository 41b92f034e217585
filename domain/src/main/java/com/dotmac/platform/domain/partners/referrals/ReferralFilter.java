package com.dotmac.platform.domain.partners.referrals;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which referrals a list shows; what is given must all hold.
 *
 * @param partnerId only those of this partner; {@code null}: of all
 * @param status only these; {@code null}: all
 */
public record ReferralFilter(@Nullable UUID partnerId, @Nullable ReferralStatus status) {}
