/**
 * The journeys of customers, over HTTP.
 *
 * <p>Owns no table. Never looks past the API.
 */
@NullMarked
package com.dotmac.platform.it.customers;

import org.jspecify.annotations.NullMarked;
