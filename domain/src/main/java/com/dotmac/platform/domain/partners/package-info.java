/**
 * Partners, their people, and the customers that they look after.
 *
 * <p>Owns {@code partners}, {@code partner_users} and {@code partner_accounts}. Knows customers
 * through their door; never touches their rows, and speaks of users of the tenant by identifier
 * only.
 */
@NullMarked
package com.dotmac.platform.domain.partners;

import org.jspecify.annotations.NullMarked;
