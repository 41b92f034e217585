/**
 * Tiers of partners by what they bring in a window: what each asks for, who would move and who
 * does.
 *
 * <p>Owns {@code partner_tier_programs} and {@code partner_tier_thresholds}. Reads lines of
 * commission, moves partners in sets, and changes nothing of what they earned.
 */
@NullMarked
package com.dotmac.platform.domain.partners.tiers;

import org.jspecify.annotations.NullMarked;
