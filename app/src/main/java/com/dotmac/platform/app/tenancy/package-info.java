/**
 * Tenants over HTTP and at the command line of the server: all of them, for the platform, and each
 * for itself.
 *
 * <p>Owns no table of its own; speaks to the domain's door.
 */
@NullMarked
package com.dotmac.platform.app.tenancy;

import org.jspecify.annotations.NullMarked;
