/**
 * Who is let in, what for, and that nobody sees another tenant's data.
 *
 * <p>Owns no table. Takes the endpoints from the resource classes, so that none is forgotten; never
 * lists them.
 */
@NullMarked
package com.dotmac.platform.it.security;

import org.jspecify.annotations.NullMarked;
