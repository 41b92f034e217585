/**
 * What each act leaves in the audit trail, and that nobody can rewrite it.
 *
 * <p>Owns no table. Reads the trail over HTTP; SQL only tries what must be refused.
 */
@NullMarked
package com.dotmac.platform.it.audit;

import org.jspecify.annotations.NullMarked;
