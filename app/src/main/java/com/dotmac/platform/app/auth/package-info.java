/**
 * Who calls and whether he may: API keys, access tokens, which credential is whose, the principal,
 * the permission that each endpoint requires, and the binding of the request to the caller's
 * tenant.
 *
 * <p>Owns no table. Never decides what a permission means; never lets an endpoint without one
 * start.
 */
@NullMarked
package com.dotmac.platform.app.auth;

import org.jspecify.annotations.NullMarked;
