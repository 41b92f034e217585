/**
 * What must be said of each setting, and whether the page says it.
 *
 * <p>Owns no table.
 */
@NullMarked
package com.dotmac.platform.it.configuration;

import org.jspecify.annotations.NullMarked;
