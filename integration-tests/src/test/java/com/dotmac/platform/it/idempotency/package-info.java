/**
 * Requests under an {@code Idempotency-Key}: one effect, and the same answer again.
 *
 * <p>Owns no table. Says nothing of any feature; partners only serve as an example.
 */
@NullMarked
package com.dotmac.platform.it.idempotency;

import org.jspecify.annotations.NullMarked;
