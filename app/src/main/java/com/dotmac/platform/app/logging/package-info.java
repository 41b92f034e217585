/**
 * The log: one JSON object a line, or text for a terminal; what each line says of the request that
 * it belongs to; the line of each request.
 *
 * <p>Owns no table. Never lets a line break, a control character or a secret of a caller through.
 */
@NullMarked
package com.dotmac.platform.app.logging;

import org.jspecify.annotations.NullMarked;
