/**
 * API keys over HTTP: what they may do, how they are replaced and shut, and what nobody learns.
 *
 * <p>Owns no table. Each test works in a tenant of its own.
 */
@NullMarked
package com.dotmac.platform.it.identity;

import org.jspecify.annotations.NullMarked;
