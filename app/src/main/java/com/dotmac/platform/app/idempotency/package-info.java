/**
 * {@code Idempotency-Key} on the wire: reads the header, and does each POST under a key once.
 *
 * <p>Owns no table. Knows no feature.
 */
@NullMarked
package com.dotmac.platform.app.idempotency;

import org.jspecify.annotations.NullMarked;
