/**
 * Mail: its words, the way to the mail server, the worker that goes it, and the log over HTTP.
 *
 * <p>Owns no table of its own; speaks to the domain's doors. Never shows what was secret in a
 * message, and holds no transaction open while a mail server thinks.
 */
@NullMarked
package com.dotmac.platform.app.communications;

import org.jspecify.annotations.NullMarked;
