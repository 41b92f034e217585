/**
 * Who changed what, when and why: the one way to record an act.
 *
 * <p>Owns {@code audit_activities}. Adds and reads rows; never changes or removes one, and the
 * database would not let it.
 */
@NullMarked
package com.dotmac.platform.domain.audit;

import org.jspecify.annotations.NullMarked;
