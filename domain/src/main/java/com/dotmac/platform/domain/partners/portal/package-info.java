/**
 * How a partner stands, at a glance, for his portal.
 *
 * <p>Owns no table: puts together what the doors of the other parts say.
 */
@NullMarked
package com.dotmac.platform.domain.partners.portal;

import org.jspecify.annotations.NullMarked;
