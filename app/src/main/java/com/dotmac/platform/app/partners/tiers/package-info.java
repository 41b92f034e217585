/**
 * Tiers of partners over HTTP, and the job that moves partners.
 *
 * <p>Owns no table.
 */
@NullMarked
package com.dotmac.platform.app.partners.tiers;

import org.jspecify.annotations.NullMarked;
