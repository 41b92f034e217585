/**
 * API keys over HTTP and at the command line of the server.
 *
 * <p>Owns no table of its own; speaks to the domain's door. Shows a key once and keeps it nowhere.
 */
@NullMarked
package com.dotmac.platform.app.identity;

import org.jspecify.annotations.NullMarked;
