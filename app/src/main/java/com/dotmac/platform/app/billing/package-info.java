/**
 * Billing over HTTP, part by part.
 *
 * <p>Owns no table of its own; speaks to the domain's doors.
 */
@NullMarked
package com.dotmac.platform.app.billing;

import org.jspecify.annotations.NullMarked;
