/**
 * Partners, their users and their accounts over HTTP.
 *
 * <p>Owns no table of its own; speaks to the domain's doors.
 */
@NullMarked
package com.dotmac.platform.app.partners;

import org.jspecify.annotations.NullMarked;
