/**
 * Subscriptions over HTTP, and the job that ends their periods.
 *
 * <p>Owns no table of its own; speaks to the domain's doors.
 */
@NullMarked
package com.dotmac.platform.app.billing.subscriptions;

import org.jspecify.annotations.NullMarked;
