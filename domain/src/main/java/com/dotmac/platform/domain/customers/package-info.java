/**
 * Whom a tenant bills and whom a partner brings.
 *
 * <p>Owns {@code customers}. Stands on the ground alone: knows neither invoices nor partners.
 */
@NullMarked
package com.dotmac.platform.domain.customers;

import org.jspecify.annotations.NullMarked;
