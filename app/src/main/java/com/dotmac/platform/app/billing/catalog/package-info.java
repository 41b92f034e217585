/**
 * The catalogue over HTTP: categories, products, plans and pricing rules.
 *
 * <p>Owns no table of its own; speaks to the domain's doors.
 */
@NullMarked
package com.dotmac.platform.app.billing.catalog;

import org.jspecify.annotations.NullMarked;
