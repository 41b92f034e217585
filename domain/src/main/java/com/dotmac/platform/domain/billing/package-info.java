/**
 * What customers buy, owe and pay.
 *
 * <p>Owns no table itself; its parts do: {@code events}, {@code invoices}, and those that stand on
 * them. Knows customers, and nothing of partners.
 */
@NullMarked
package com.dotmac.platform.domain.billing;

import org.jspecify.annotations.NullMarked;
