/**
 * Rules of commission on the wire, and questions about what they come to.
 *
 * <p>Translates between JSON and the doors of {@code domain.partners.rules}. Decides nothing.
 */
@NullMarked
package com.dotmac.platform.app.partners.rules;

import org.jspecify.annotations.NullMarked;
