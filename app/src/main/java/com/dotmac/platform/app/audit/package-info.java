/**
 * The audit trail over HTTP, to read.
 *
 * <p>Owns no table of its own; speaks to the domain's door.
 */
@NullMarked
package com.dotmac.platform.app.audit;

import org.jspecify.annotations.NullMarked;
