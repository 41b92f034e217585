/**
 * Invitations of people of a partner and applications to become one, over HTTP.
 *
 * <p>Owns no table; speaks to the domain's doors.
 */
@NullMarked
package com.dotmac.platform.app.partners.onboarding;

import org.jspecify.annotations.NullMarked;
