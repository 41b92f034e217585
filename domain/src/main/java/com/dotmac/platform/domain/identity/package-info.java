/**
 * Who a request comes from and what it may do: users of a tenant, their roles, who they are at
 * OpenID providers, and API keys.
 *
 * <p>Owns {@code users}, {@code roles}, {@code user_roles}, {@code user_identities} and {@code
 * api_keys}. Never keeps a secret, only its digest, and never tells why a credential was refused.
 */
@NullMarked
package com.dotmac.platform.domain.identity;

import org.jspecify.annotations.NullMarked;
