/**
 * The portal: what people of a partner see and do over HTTP, and whoever of the tenant acts for
 * him.
 *
 * <p>Owns no table; speaks to the same doors as the back office. Every endpoint is {@code
 * ForPartner}, so that the database shows nothing of another partner.
 */
@NullMarked
package com.dotmac.platform.app.partners.portal;

import org.jspecify.annotations.NullMarked;
