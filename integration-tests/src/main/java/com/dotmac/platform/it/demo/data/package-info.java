/**
 * What the demo shows: three made-up tenants with their partners and customers, told as a history
 * that ends today.
 *
 * <p>Owns no table. Writes through the doors of the domain only, as the application's role, so that
 * every row has its audit row; never by SQL.
 */
@NullMarked
package com.dotmac.platform.it.demo.data;

import org.jspecify.annotations.NullMarked;
