/**
 * The journeys of partners, their people and their accounts, over HTTP.
 *
 * <p>Owns no table. Never looks past the API, save to count what it cost.
 */
@NullMarked
package com.dotmac.platform.it.partners;

import org.jspecify.annotations.NullMarked;
