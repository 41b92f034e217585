/**
 * The facts of billing, for whoever builds on them.
 *
 * <p>Owns {@code billing_events}, {@code billing_event_heads} and {@code billing_event_cursors}. A
 * fact is written in the transaction that made it one; the database gives it its place when that
 * commits. Knows no other part of billing.
 */
@NullMarked
package com.dotmac.platform.domain.billing.events;

import org.jspecify.annotations.NullMarked;
