/**
 * The audit trail, to read over HTTP and to prove at the command line of the server.
 *
 * <p>Owns no table of its own; speaks to the domain's door.
 */
@NullMarked
package com.dotmac.platform.app.audit;

import org.jspecify.annotations.NullMarked;
