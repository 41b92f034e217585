/**
 * Payments on the wire, and the work that stands behind those that a provider moves.
 *
 * <p>Owns no table. Asks a provider outside of any transaction, and never decides what its answer
 * means.
 */
@NullMarked
package com.dotmac.platform.app.billing.payments;

import org.jspecify.annotations.NullMarked;
