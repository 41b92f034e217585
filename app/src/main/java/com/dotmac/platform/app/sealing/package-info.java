/**
 * The keys that secrets are sealed with, as the operator sets them.
 *
 * <p>Owns no table. Makes up no key.
 */
@NullMarked
package com.dotmac.platform.app.sealing;

import org.jspecify.annotations.NullMarked;
