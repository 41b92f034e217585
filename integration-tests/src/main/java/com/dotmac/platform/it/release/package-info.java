/**
 * Releases: what is recorded of each, how one is made, and in the tests that releases work beside
 * each other: an app on a schema older or newer than its own, a migration under traffic.
 *
 * <p>Owns no table. Never tags, never pushes, and never changes what a release recorded.
 */
@NullMarked
package com.dotmac.platform.it.release;

import org.jspecify.annotations.NullMarked;
