/**
 * Releases beside each other: an app on a schema that is older or newer than its own, a migration
 * under traffic, and what was released staying as it was.
 *
 * <p>Owns no table. Never tags, and never writes what a release recorded.
 */
@NullMarked
package com.dotmac.platform.it.release;

import org.jspecify.annotations.NullMarked;
