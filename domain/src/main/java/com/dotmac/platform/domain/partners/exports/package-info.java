/**
 * Lists of partners that are too long for a request, made in the background and kept for a while.
 *
 * <p>Owns {@code partner_exports} and {@code partner_export_chunks}. Knows what is on a line, and
 * not how a file looks.
 */
@NullMarked
package com.dotmac.platform.domain.partners.exports;

import org.jspecify.annotations.NullMarked;
