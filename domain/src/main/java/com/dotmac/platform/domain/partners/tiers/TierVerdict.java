package com.dotmac.platform.domain.partners.tiers;

import com.dotmac.platform.domain.partners.PartnerTier;
import com.dotmac.platform.domain.partners.TierNumbers;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A partner whose numbers belong to another tier than his.
 *
 * @param partnerId the partner
 * @param number his number for people
 * @param companyName his name
 * @param from where he stands
 * @param to where his numbers belong
 * @param numbers what he brought
 * @param hindrance why he stays all the same; {@code null}: he moves
 */
public record TierVerdict(
    UUID partnerId,
    String number,
    String companyName,
    PartnerTier from,
    PartnerTier to,
    TierNumbers numbers,
    @Nullable TierHindrance hindrance) {}
