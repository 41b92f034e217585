/**
 * Whom a tenant bills and whom a partner brings.
 *
 * <p>Owns {@code customers} and {@code customer_contacts}. Stands on the ground alone: knows
 * neither invoices nor partners.
 */
@NullMarked
package com.dotmac.platform.domain.customers;

import org.jspecify.annotations.NullMarked;
