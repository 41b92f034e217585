/**
 * How partners and their people come aboard: invitations of people, applications of companies.
 *
 * <p>Owns {@code partner_invitations} and {@code partner_applications}. Makes partners, their
 * people and logins through the doors of those; never keeps the text of a link.
 */
@NullMarked
package com.dotmac.platform.domain.partners.onboarding;

import org.jspecify.annotations.NullMarked;
