/**
 * The facts of billing: over HTTP, and told to whoever builds on them.
 *
 * <p>Owns no table of its own; speaks to the domain's doors.
 */
@NullMarked
package com.dotmac.platform.app.billing.events;

import org.jspecify.annotations.NullMarked;
